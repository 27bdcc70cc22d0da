package org.camelforce.salesforcecc.reliability.run;

import java.nio.file.Path;
import java.util.List;
import org.camelforce.salesforcecc.reliability.check.Verdict;
import org.camelforce.salesforcecc.reliability.history.Entry;

/**
 * How a run went.
 *
 * @param settings what it did
 * @param history its history
 * @param verdict what the history proves
 * @param folder where its files are
 */
public record Outcome(RunSettings settings, List<Entry> history, Verdict verdict, Path folder) {}
