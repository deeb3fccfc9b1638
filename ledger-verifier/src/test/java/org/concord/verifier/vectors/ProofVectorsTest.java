package org.concord.verifier.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.concord.verifier.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofVectorsTest {

    @TempDir
    Path folder;

    @Test
    void everyPublicVectorHasTheAnswerItDemands() throws IOException {
        ProofVectors.Report report = ProofVectors.run(Vectors.path("merkle"));
        assertThat(report.failures()).isEmpty();
        assertThat(report.passed()).isEqualTo(101);
        assertThat(report.skipped()).containsExactly("known_roots_8_leaves.json");
        assertThat(report.good()).isTrue();
    }

    @Test
    void whatCannotBeReadAsAProofIsRefused() throws IOException {
        String root = "\"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\"";
        write("a.json", "{\"leafIdx\":18446744073709551615,\"treeSize\":1,\"root\":" + root + ",\"wantErr\":true}");
        write("b.json", "{\"leafIdx\":-1,\"treeSize\":1,\"root\":" + root + ",\"proof\":null,\"wantErr\":true}");
        write("c.json", "{\"leafIdx\":0,\"treeSize\":1.5,\"root\":" + root + ",\"proof\":{},\"wantErr\":true}");
        write("d.json", "{\"size1\":1,\"size2\":1,\"root1\":\"?\",\"root2\":\"?\",\"wantErr\":true}");
        write("e.json", "{\"size1\":null,\"size2\":1,\"root1\":" + root + ",\"proof\":[7],\"wantErr\":true}");
        write(
                "f.json",
                "{\"leafIdx\":0,\"treeSize\":1,\"root\":" + root + ",\"leafHash\":" + root + ",\"wantErr\":false}");
        assertThat(ProofVectors.run(folder)).isEqualTo(new ProofVectors.Report(6, List.of(), List.of()));
    }

    @Test
    void anAnswerOtherThanDemandedIsAFailureAndNamed() throws IOException {
        write("a.json", "{\"size1\":1,\"size2\":1,\"root1\":\"\",\"root2\":\"\",\"wantErr\":true}");
        write("b.json", "{\"size1\":2,\"size2\":1,\"root1\":\"\",\"root2\":\"\",\"wantErr\":false}");
        write("deeper/c.json", "{ not JSON");
        ProofVectors.Report report = ProofVectors.run(folder);
        assertThat(report.passed()).isZero();
        assertThat(report.failures())
                .containsExactly(
                        "a.json: accepted, though wrong",
                        "b.json: refused, though right: a tree of 2 does not grow to 1");
        assertThat(report.skipped()).containsExactly("deeper/c.json");
        assertThat(report.good()).isFalse();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
