package org.camelforce.salesforcecc.operations;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All cases, in lists that share their orgs. A subscription has orgs of its own, because upstream stays subscribed. */
final class OperationCases {

    private static final List<Supplier<List<OperationCase>>> LISTS = List.of(
            MetadataCases::all,
            RecordCases::all,
            QueryCases::all,
            ApexAndApprovalCases::all,
            BulkCases::all,
            Bulk2Cases::all,
            ReportCases::all,
            CompositeCases::all,
            RawCases::all);

    private OperationCases() {}

    static List<List<OperationCase>> lists() {
        return Stream.concat(
                        LISTS.stream().map(Supplier::get),
                        EventCases.all().stream().map(List::of))
                .toList();
    }
}
