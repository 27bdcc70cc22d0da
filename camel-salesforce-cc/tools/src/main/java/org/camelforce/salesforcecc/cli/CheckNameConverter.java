package org.camelforce.salesforcecc.cli;

import java.util.Arrays;
import org.camelforce.salesforcecc.doctor.CheckName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a check as reports write it. */
final class CheckNameConverter implements ITypeConverter<CheckName> {

    @Override
    public CheckName convert(String value) {
        return Arrays.stream(CheckName.values())
                .filter(name -> name.id().equals(value))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + value + "' is no check"));
    }
}
