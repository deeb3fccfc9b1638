package org.concord.verifier.cli;

/** The command was not given in a way that can be answered; says in one sentence what would help. */
final class Usage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final String TEXT = """
            Usage: verify BUNDLE --policy FILE
                     check a bundle: files, tree, signatures, witnesses, and every law of the ledger
                   verify entry LEAF.json PROOF --policy FILE
                     check that a leaf is in a signed and witnessed book
                   verify consistency OLD_CHECKPOINT NEW_CHECKPOINT PROOF --policy FILE
                     check that the newer book begins with the older
                   verify balance PROOF.json --policy FILE
                     check one balance of a sealed period
                   verify vectors DIR
                     run public test vectors of RFC 6962 proofs
                   witness keygen NAME --key FILE [--type ml-dsa-44|ed25519]
                     make the key of a witness and print its public half
                   witness --key FILE [--key FILE] --state DIR --logs POLICY --port N [--host NAME]
                     cosign checkpoints of the logs that the policy names

            Keys, logs and quorum come from the policy file (C2SP tlog-policy), got elsewhere than what is checked.
            --json answers for a machine. Exit: 0 good, 1 bad, 2 not understood.
            """;

    Usage(String reason) {
        super(reason);
    }
}
