package org.camelforce.salesforcecc.replay;

import java.io.IOException;
import java.nio.file.Path;

/** A process that claims a position, commits, says so, and stays until it is killed or its input ends. */
final class OwnerProcess {

    private OwnerProcess() {}

    public static void main(String... args) throws IOException {
        PositionClaim claim = new FileReplayStore(Path.of(args[0])).claim(Positions.ORDERS);
        claim.commit(Positions.number(11));
        System.out.println("claimed");
        System.in.read();
        Runtime.getRuntime().halt(1);
    }
}
