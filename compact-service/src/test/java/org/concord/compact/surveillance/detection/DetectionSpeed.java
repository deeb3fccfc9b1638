package org.concord.compact.surveillance.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.concord.kit.time.MmwrWeek;

/** Run by hand: how long alerts over 120 conditions, 53 members and ten years of weeks take, without the database. */
final class DetectionSpeed {

    private static final int SERIES = 120 * 53;
    private static final int WEEKS = 530;

    private DetectionSpeed() {}

    public static void main(String[] args) {
        Random chance = new Random(1);
        List<List<Long>> all = new ArrayList<>();
        for (int i = 0; i < SERIES; i++) {
            double level = 0.2 + 30 * chance.nextDouble();
            List<Long> series = new ArrayList<>();
            for (int week = 0; week < WEEKS; week++) {
                double mean = level * (1 + 0.5 * Math.sin(2 * Math.PI * week / 52));
                series.add(Math.max(0, Math.round(mean + Math.sqrt(mean) * chance.nextGaussian())));
            }
            all.add(series);
        }
        for (int round = 1; round <= 3; round++) {
            for (DetectionMethod method : DetectionMethod.values()) {
                ChosenMethod chosen =
                        method == DetectionMethod.FARRINGTON_FLEXIBLE ? seasons() : ChosenMethod.of(method);
                long start = System.nanoTime();
                int alarms = 0;
                for (List<Long> series : all) {
                    EvaluateAlerts inputs = new EvaluateAlerts(series, new MmwrWeek(2016, 1), null, List.of(chosen));
                    alarms += inputs.lastPoint().alarm() ? 1 : 0;
                }
                System.out.printf(
                        "round %d %s: %d series in %d ms, %d alarms%n",
                        round, method, SERIES, (System.nanoTime() - start) / 1_000_000, alarms);
            }
        }
        long start = System.nanoTime();
        int points = 0;
        for (List<Long> series : all) {
            EvaluateAlerts inputs = new EvaluateAlerts(
                    series,
                    null,
                    null,
                    List.of(
                            ChosenMethod.of(DetectionMethod.EARS_C1),
                            ChosenMethod.of(DetectionMethod.EARS_C2),
                            ChosenMethod.of(DetectionMethod.EARS_C3)));
            points += inputs.evaluate().results().stream()
                    .mapToInt(result -> result.points().size())
                    .sum();
        }
        System.out.printf(
                "EARS over every week: %d points in %d ms%n", points, (System.nanoTime() - start) / 1_000_000);
    }

    private static ChosenMethod seasons() {
        return new ChosenMethod(
                DetectionMethod.FARRINGTON_FLEXIBLE,
                null,
                null,
                null,
                null,
                null,
                10,
                26,
                ThresholdMethod.NB_PLUGIN,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
