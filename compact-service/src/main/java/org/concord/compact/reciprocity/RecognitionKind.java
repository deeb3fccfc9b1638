package org.concord.compact.reciprocity;

/** What a member recognises. */
public enum RecognitionKind {
    /** A licence to practise, such as a registered nurse's. */
    LICENCE,
    /** A record, such as an immunization record. */
    RECORD,
    /** A credential, such as a laboratory's certification or a responder's training. */
    CREDENTIAL
}
