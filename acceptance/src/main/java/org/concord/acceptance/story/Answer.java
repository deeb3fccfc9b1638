package org.concord.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/**
 * What a service answered to one request.
 *
 * @param request who asked for what, in words for a failure
 * @param body the JSON body; a missing node when there was none
 */
public record Answer(String request, int status, HttpHeaders headers, JsonNode body) {

    boolean ok() {
        return status >= 200 && status < 300;
    }

    /** The body of a success, or the failure of this step in the problem's own words. */
    JsonNode bodyOrFail() {
        if (!ok()) {
            throw new StepFailed(request + " was answered " + problem());
        }
        return body;
    }

    /** The short name of the refusal: the last part of the problem's type. */
    String slug() {
        String type = body.path("type").asText("");
        return type.substring(type.lastIndexOf(':') + 1);
    }

    boolean replayed() {
        return headers.firstValue("Idempotency-Replayed")
                .map(Boolean::parseBoolean)
                .orElse(false);
    }

    /** Status, title, detail and every named error, as the service worded them. */
    String problem() {
        List<String> words = new ArrayList<>();
        words.add(status + " " + body.path("title").asText("without a problem body"));
        if (body.path("detail").isTextual()) {
            words.add(body.path("detail").textValue());
        }
        body.path("errors").forEach(error -> words.add(complaint(error)));
        return String.join("; ", words);
    }

    private static String complaint(JsonNode error) {
        String where = error.path("row").isIntegralNumber()
                ? "line " + error.path("row").asInt() + ", column "
                        + error.path("column").asText()
                : error.path("pointer").asText("");
        return where + ": " + error.path("message").asText(error.path("code").asText());
    }
}
