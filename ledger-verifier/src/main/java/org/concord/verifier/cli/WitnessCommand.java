package org.concord.verifier.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.concord.verifier.note.NoteRejected;
import org.concord.verifier.note.SignatureType;
import org.concord.verifier.note.SigningKey;
import org.concord.verifier.policy.TrustPolicy;
import org.concord.verifier.witness.Witness;
import org.concord.verifier.witness.WitnessMemory;
import org.concord.verifier.witness.WitnessServer;

/** {@code witness …}: a member keeps its key and answers the logs. */
final class WitnessCommand {

    private final PrintStream out;
    private final Clock clock;

    WitnessCommand(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /** Gives the exit code of {@code keygen}; a witness that serves does not return until it is interrupted. */
    int run(List<String> words) {
        if (!words.isEmpty() && words.getFirst().equals("keygen")) {
            return keygen(Arguments.of(words.subList(1, words.size()), Set.of("--key", "--type")));
        }
        Arguments arguments = Arguments.of(words, Set.of("--key", "--state", "--logs", "--policy", "--port", "--host"));
        try (WitnessMemory memory = memory(arguments);
                WitnessServer server = serve(arguments, memory)) {
            out.println("listening on port " + server.port());
            Thread.currentThread().join();
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Opens what the options name, and listens. */
    WitnessServer serve(Arguments arguments, WitnessMemory memory) {
        arguments.words(0, "options only");
        if (arguments.one("--logs").isPresent() == arguments.one("--policy").isPresent()) {
            throw new Usage("The logs to cosign come from one policy file: --logs FILE.");
        }
        TrustPolicy logs = NamedFiles.policy(
                arguments.one("--logs").or(() -> arguments.one("--policy")).orElseThrow());
        List<SigningKey> keys = new ArrayList<>();
        for (String file : arguments.all("--key")) {
            keys.add(key(file));
        }
        if (keys.isEmpty()) {
            throw new Usage("A witness signs with its key: --key FILE; make one with witness keygen.");
        }
        try {
            Witness witness =
                    new Witness(keys, logs, memory, () -> clock.instant().getEpochSecond());
            return WitnessServer.start(witness, address(arguments), this::record);
        } catch (IllegalArgumentException | NoteRejected | IllegalStateException refused) {
            throw new Usage("The witness cannot start: " + refused.getMessage() + ".");
        } catch (IOException taken) {
            throw new Usage("The witness cannot listen: " + taken.getMessage() + ".");
        }
    }

    static WitnessMemory memory(Arguments arguments) {
        String folder = arguments.required("--state", "A witness remembers in a folder: --state DIR.");
        try {
            return WitnessMemory.open(Path.of(folder));
        } catch (IOException refused) {
            throw new Usage("The folder " + folder + " cannot be used: " + refused.getMessage() + ".");
        }
    }

    private void record(String line) {
        out.println(clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + line);
    }

    /** Only this machine may ask, unless a host is named: a witness stands behind a member's own door. */
    private static InetSocketAddress address(Arguments arguments) {
        String port = arguments.required("--port", "A witness listens on a port: --port N.");
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new Usage("A port is a number from 0 to 65535.");
        }
        return new InetSocketAddress(arguments.one("--host").orElse("127.0.0.1"), Integer.parseInt(port));
    }

    private static SigningKey key(String file) {
        try {
            return SigningKey.parse(NamedFiles.text(file));
        } catch (IllegalArgumentException malformed) {
            throw new Usage("The file " + file + " is no key: " + malformed.getMessage() + ".");
        }
    }

    private int keygen(Arguments arguments) {
        String name = arguments
                .words(1, "the name of the witness, such as witness.example.gov")
                .getFirst();
        String file = arguments.required("--key", "The key goes into a new file: --key FILE.");
        String type = arguments.one("--type").orElse("ml-dsa-44");
        SignatureType signature = switch (type) {
            case "ml-dsa-44" -> SignatureType.COSIGNATURE_ML_DSA_44;
            case "ed25519" -> SignatureType.COSIGNATURE_ED25519;
            default -> throw new Usage("A key is of the type ml-dsa-44 or ed25519.");
        };
        try {
            SigningKey key = SigningKey.generate(name, signature, new SecureRandom());
            write(Path.of(file), key.format() + "\n");
            out.println(key.verifier());
            return 0;
        } catch (IllegalArgumentException badName) {
            throw new Usage("A witness cannot be called so: " + badName.getMessage() + ".");
        } catch (FileAlreadyExistsException there) {
            throw new Usage("The file " + file + " is there already, and a key is never overwritten.");
        } catch (IOException unwritable) {
            throw new Usage("The file " + file + " cannot be written.");
        }
    }

    /** For its owner's eyes only, from the first moment. */
    private static void write(Path file, String line) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Set<OpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, fresh, owner)) {
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
