// Assumptions that write files and read them again, for the tests of both evaluators. @/ stands for a folder,
// in which there is an empty folder `out`; the modules Json, CSV, IOUtils, SVG, TLC, Integers and Sequences
// are extended.
#pragma once

namespace synod::test::outside {

inline constexpr char json_is_written_and_read_again[] =
    "V == [a |-> <<1, {2, 3}>>, b |-> \"x\"]\n"
    "ASSUME JsonSerialize(\"@/out/deep/er/v.json\", V)\n"
    "ASSUME JsonDeserialize(\"@/out/deep/er/v.json\") = [a |-> <<1, <<2, 3>>>>, b |-> \"x\"]\n"
    "ASSUME ndJsonSerialize(\"@/out/v.ndjson\", <<V, 7, \"y\">>)\n"
    "ASSUME Len(ndJsonDeserialize(\"@/out/v.ndjson\")) = 3";

inline constexpr char lines_are_appended[] =
    "F == \"@/out/lines.csv\"\n"
    "Add(r) == CSVWriteRecord(r, \";\", CSVRecords(F) = 0, F)\n"
    "ASSUME Add([name |-> \"Ada\", age |-> 36])\n"
    "ASSUME Add([name |-> \"Bob\", age |-> 7])\n"
    "ASSUME CSVWrite(\"%2$s;%1$-5s|\", <<1, {\"b\", \"a\"}>>, F)\n"
    "ASSUME CSVRecords(F) = 4";

inline constexpr char any_value_is_kept[] =
    "CONSTANT m\n"
    "V == <<m, \"m\", {1, 2}, [a |-> TRUE], (0 :> -1 @@ 5 :> <<>>), {}, 9223372036854775807>>\n"
    "ASSUME IOSerialize(V, \"@/out/v\", FALSE)\n"
    "ASSUME IODeserialize(\"@/out/v\", FALSE) = V";

inline constexpr char texts_are_written_as_their_options_say[] =
    "Put(text, file, how) == Serialize(text, file, [format |-> \"TXT\", charset |-> \"UTF-8\", openOptions "
    "|-> how])\n"
    "F == \"@/out/t.txt\"\n"
    "ASSUME Put(\"one\", F, <<\"WRITE\">>).exitValue = 1\n"
    "ASSUME Put(\"one\", F, <<\"WRITE\", \"CREATE_NEW\">>).exitValue = 0\n"
    "ASSUME Put(\"two\", F, <<\"WRITE\", \"CREATE_NEW\">>).exitValue = 1\n"
    "ASSUME Put(\"two\", F, <<\"APPEND\">>).exitValue = 0\n"
    "ASSUME Deserialize(F, [format |-> \"TXT\", charset |-> \"UTF-8\"]).stdout = \"onetwo\"\n"
    "ASSUME Put(\"ON\", F, <<\"WRITE\">>).exitValue = 0\n"
    "ASSUME Deserialize(F, [format |-> \"TXT\", charset |-> \"UTF-8\"]).stdout = \"ONetwo\"\n"
    "ASSUME Put(\"x\", F, <<\"WRITE\", \"CREATE\", \"TRUNCATE_EXISTING\">>).exitValue = 0\n"
    "ASSUME Put(\"x\", F, <<\"APPEND\", \"TRUNCATE_EXISTING\">>).exitValue = 1\n"
    "ASSUME Put(\"x\", F, <<\"NO SUCH OPTION\">>).exitValue = 1\n"
    "ASSUME Put(7, F, << >>).exitValue = 1\n"
    "ASSUME SVGSerialize(Rect(1, 2, 3, 4, << >>), \"@/out/frame_\", 7).exitValue = 0";

}  // namespace synod::test::outside
