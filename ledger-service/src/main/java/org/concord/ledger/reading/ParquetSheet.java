package org.concord.ledger.reading;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as Parquet, forward only, a row group at a time: what is held in memory does not grow with the table.
 * Not compressed: dictionaries take most of what repeats, and native codecs would be unpacked at run time.
 */
final class ParquetSheet<T> implements SheetWriter<T> {

    /** Small for Parquet, so that a few tables at once fit beside the service's own memory. */
    private static final long ROW_GROUP = 8L << 20;

    private final ParquetWriter<T> writer;

    /** @param about what stands in the file's metadata, such as the sequence that the table is true at */
    ParquetSheet(Sheet<T> sheet, Map<String, String> about, OutputStream to) throws IOException {
        this.writer = new Builder<>(sheet, new ForwardFile(to))
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .withRowGroupSize(ROW_GROUP)
                .withExtraMetaData(about)
                .build();
    }

    @Override
    public void write(T item) throws IOException {
        writer.write(item);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static final class Builder<T> extends ParquetWriter.Builder<T, Builder<T>> {
        private final Sheet<T> sheet;

        Builder(Sheet<T> sheet, OutputFile file) {
            super(file);
            this.sheet = sheet;
        }

        @Override
        protected Builder<T> self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // still abstract in the library
        protected WriteSupport<T> getWriteSupport(Configuration configuration) {
            return new Support<>(sheet);
        }

        @Override
        protected WriteSupport<T> getWriteSupport(ParquetConfiguration configuration) {
            return new Support<>(sheet);
        }
    }

    private static final class Support<T> extends WriteSupport<T> {
        private final Sheet<T> sheet;
        private @Nullable RecordConsumer consumer;

        Support(Sheet<T> sheet) {
            this.sheet = sheet;
        }

        @Override
        @SuppressWarnings("deprecation") // still abstract in the library
        public WriteContext init(Configuration configuration) {
            return new WriteContext(schema(sheet), Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(schema(sheet), Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer given) {
            this.consumer = given;
        }

        @Override
        public void write(T item) {
            RecordConsumer to = consumer;
            if (to == null) {
                throw new IllegalStateException("a writer prepares before it writes");
            }
            to.startMessage();
            for (int i = 0; i < sheet.columns().size(); i++) {
                write(to, i, sheet.columns().get(i), item);
            }
            to.endMessage();
        }

        private static <T> void write(RecordConsumer to, int index, Sheet.Column<T> column, T item) {
            Object value = switch (column) {
                case Sheet.Column.Text<T> text -> text.value().apply(item);
                case Sheet.Column.Whole<T> whole -> whole.value().apply(item);
                case Sheet.Column.Day<T> day -> day.value().apply(item);
                case Sheet.Column.Moment<T> moment -> moment.value().apply(item);
            };
            if (value == null) {
                return;
            }
            to.startField(column.name(), index);
            switch (value) {
                case Long number -> to.addLong(number);
                case LocalDate day -> to.addInteger(Math.toIntExact(day.toEpochDay()));
                case Instant at -> to.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
                default -> to.addBinary(Binary.fromString(value.toString()));
            }
            to.endField(column.name(), index);
        }
    }

    private static <T> MessageType schema(Sheet<T> sheet) {
        return new MessageType(
                sheet.name(), sheet.columns().stream().map(ParquetSheet::field).toList());
    }

    private static Type field(Sheet.Column<?> column) {
        return switch (column) {
            case Sheet.Column.Text<?> _ ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case Sheet.Column.Whole<?> _ ->
                Types.optional(PrimitiveTypeName.INT64).named(column.name());
            case Sheet.Column.Day<?> _ ->
                Types.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(column.name());
            case Sheet.Column.Moment<?> _ ->
                Types.optional(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
                        .named(column.name());
        };
    }

    /** A file that is only ever written forward, which is all that Parquet asks for. */
    private record ForwardFile(OutputStream to) implements OutputFile {

        @Override
        public PositionOutputStream create(long blockSizeHint) {
            return new Counting(to);
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSizeHint) {
            return new Counting(to);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }

    private static final class Counting extends PositionOutputStream {
        private final OutputStream to;
        private long position;

        Counting(OutputStream to) {
            this.to = to;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int octet) throws IOException {
            to.write(octet);
            position++;
        }

        @Override
        public void write(byte[] octets, int from, int length) throws IOException {
            to.write(octets, from, length);
            position += length;
        }

        @Override
        public void flush() throws IOException {
            to.flush();
        }

        @Override
        public void close() throws IOException {
            to.flush();
        }
    }
}
