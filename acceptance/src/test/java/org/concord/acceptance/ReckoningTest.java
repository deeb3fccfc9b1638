package org.concord.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReckoningTest {

    @Test
    void reckonsScenarioAAsItWasHandedDown() throws Exception {
        var scenario = Scenarios.read("scenario-a.json");
        ObjectNode handedDown = scenario.path("expect").deepCopy();
        handedDown.remove(List.of("shipmentGoodsCents", "shipmentDoses", "rejects", "latePayments"));
        ((ObjectNode) handedDown.path("budget")).remove("invoices");

        Scenarios.assertEvery(handedDown, new Reckoning(scenario).expected());
    }

    @Test
    void theVariedScenarioHasOneRefusalByOneCentAndOneExactFit() throws Exception {
        Reckoning reckoning = new Reckoning(Scenarios.read("scenario-varied.json"));

        assertThat(reckoning.appropriation("PR")).isEqualTo(reckoning.requisition("PR") - 1);
        assertThat(reckoning.appropriation("MN")).isEqualTo(reckoning.requisition("MN"));
        assertThat(List.of("TX", "AK", "VT", "DC", "MN", "AS", "MP")).noneMatch(reckoning::refused);
    }
}
