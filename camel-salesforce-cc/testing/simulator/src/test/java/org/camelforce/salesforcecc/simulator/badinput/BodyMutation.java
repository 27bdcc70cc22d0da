package org.camelforce.salesforcecc.simulator.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Changes the body of a request. */
final class BodyMutation {

    private static final List<String> XML = List.of(
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                    + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">"
                    + "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;\">]>"
                    + "<jobInfo xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\"><operation>&f;</operation></jobInfo>",
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                    + "<jobInfo><object>&a;</object></jobInfo>",
            "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\"><sObjects><sObject><Name>&a;</Name></sObject></sObjects>",
            "<!DOCTYPE x [<!ENTITY % p SYSTEM \"file:///etc/hostname\">%p;]><sObjects/>",
            "<a>".repeat(5_000),
            "<sObjects><sObject><Name>" + "<a>".repeat(50) + "</a>".repeat(50) + "</Name></sObject></sObjects>",
            "<sObjects " + "a=\"1\" ".repeat(2_000) + "/>",
            "<jobInfo><operation>insert</operation><operation/></jobInfo>",
            "<jobInfo><operation><x/></operation></jobInfo>",
            "<?xml version=\"1.0\" encoding=\"nope\"?><jobInfo/>",
            "<?xml version=\"9.9\"?><jobInfo/>",
            "<jobInfo>&#0;</jobInfo>",
            "<jobInfo>&#x110000;</jobInfo>");

    private static final List<String> CSV = List.of(
            "",
            "\n",
            "\r\n\r\n",
            "Name",
            "Name,Name\na,b\n",
            "Name\n\"a",
            "Name\n\"a\"b\"\n",
            ",,\n,,\n",
            "Name\na,b,c\n",
            "Id\nx\n",
            "Nope\n1\n",
            "Name,Nope\n1,2\n",
            "Owner.Name\nx\n",
            "A.B.C.D\n1\n",
            "\uFEFFName\na\n",
            "Name\r\na\nb\rc\n",
            "Name\n\u0000\n",
            "Name|X\na|b\n",
            "Account.Legacy_Id__c\n'\n",
            "NumberOfEmployees\n1e400\n",
            "Name\n" + "x".repeat(200_000) + "\n",
            "a,".repeat(5_000) + "\n",
            "attributes\n1\n",
            "Name\n=1+1\n",
            "#N/A\n#N/A\n",
            "Name;\n\n;\n");

    private BodyMutation() {}

    static void mutate(Draft draft, Random random) {
        String type = draft.contentType();
        int kind = random.nextInt(10);
        if (type.contains("json") && kind < 7) {
            draft.body = JsonMutation.mutate(text(draft), random).getBytes(UTF_8);
        } else if (type.contains("xml") && kind < 6) {
            draft.body = Nasty.one(XML, random).getBytes(UTF_8);
        } else if (type.contains("csv") && kind < 6) {
            draft.body = Nasty.one(CSV, random).getBytes(UTF_8);
        } else if (type.contains("multipart") && kind < 6) {
            draft.body = multipart(text(draft), random).getBytes(ISO_8859_1);
        } else {
            bytes(draft, random);
        }
    }

    private static String multipart(String text, Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> text.replace("--BOUNDARY--", "");
            case 1 -> text.replace("--BOUNDARY", "--OTHER");
            case 2 -> text.replace("filename=\"a.txt\"", "filename=\"../../../../tmp/x\u0000.txt\"");
            case 3 -> text.replaceAll("name=\"[A-Za-z_]+\"", "name=\"\"");
            case 4 -> text.replace("Content-Disposition", "X-Disposition");
            case 5 -> text.replace("\r\n", "\n");
            case 6 -> "--BOUNDARY\r\n".repeat(2_000) + text;
            case 7 -> text.replace("application/json", "text/plain");
            default -> text.replace("form-data", "form-data; " + "a=b; ".repeat(500));
        };
    }

    private static void bytes(Draft draft, Random random) {
        byte[] body = draft.body;
        switch (random.nextInt(10)) {
            case 0 -> draft.body = new byte[0];
            case 1 -> draft.body = Arrays.copyOf(body, random.nextInt(body.length + 1));
            case 2 -> draft.body = ("[".repeat(100_000)).getBytes(UTF_8);
            case 3 -> draft.body = ("{\"a\":".repeat(20_000)).getBytes(UTF_8);
            case 4 -> draft.body = concat(body, body);
            case 5 -> draft.body = concat(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, body);
            case 6 -> draft.body = text(draft).getBytes(UTF_16);
            case 7 -> {
                draft.body = gzip(body);
                draft.header("Content-Encoding", "gzip");
                if (random.nextBoolean() && draft.body.length > 30) {
                    draft.body[12 + random.nextInt(10)] ^= 0x55;
                }
            }
            case 8 -> {
                for (int i = 0; i < 5 && body.length > 0; i++) {
                    body[random.nextInt(body.length)] = (byte) random.nextInt(256);
                }
            }
            default -> draft.body = concat(body, Nasty.one(Nasty.VALUES, random).getBytes(UTF_8));
        }
    }

    static byte[] gzip(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static String text(Draft draft) {
        return new String(draft.body, UTF_8);
    }
}
