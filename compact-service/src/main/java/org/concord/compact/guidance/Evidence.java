package org.concord.compact.guidance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * What a guidance rests on.
 *
 * @param url where it can be read, by HTTPS
 * @param publishedOn the date that the publisher gives
 */
public record Evidence(
        @NotBlank @Size(max = 300) String title,

        @NotNull @Size(max = 500) @Pattern(regexp = "https://[^\\s/]+(/\\S*)?")
        String url,

        @NotBlank @Size(max = 200) String publisher,
        @NotNull LocalDate publishedOn) {}
