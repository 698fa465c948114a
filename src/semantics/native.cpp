#include "semantics/native.hpp"

#include <algorithm>

namespace synod::semantics {

namespace {

constexpr NativeOperator table[] = {
    {"Naturals", "Nat", 0, Native::nat},
    {"Naturals", "+", 2, Native::plus},
    {"Naturals", "-", 2, Native::minus},
    {"Naturals", "*", 2, Native::times},
    {"Naturals", "^", 2, Native::power},
    {"Naturals", "..", 2, Native::interval},
    {"Naturals", "\\div", 2, Native::quotient},
    {"Naturals", "%", 2, Native::modulo},
    {"Naturals", "<", 2, Native::less},
    {"Naturals", ">", 2, Native::greater},
    {"Naturals", "=<", 2, Native::less_equal},
    {"Naturals", ">=", 2, Native::greater_equal},
    {"Integers", "Int", 0, Native::integers},
    {"Integers", "-.", 1, Native::negate},
    // A user's Integers.tla or Reals.tla may define what ours extends, as those of "Specifying Systems" do.
    {"Integers", "+", 2, Native::plus},
    {"Integers", "-", 2, Native::minus},
    {"Integers", "*", 2, Native::times},
    {"Integers", "^", 2, Native::power},
    {"Integers", "..", 2, Native::interval},
    {"Integers", "\\div", 2, Native::quotient},
    {"Integers", "%", 2, Native::modulo},
    {"Integers", "<", 2, Native::less},
    {"Integers", ">", 2, Native::greater},
    {"Integers", "=<", 2, Native::less_equal},
    {"Integers", ">=", 2, Native::greater_equal},
    {"Integers", "Nat", 0, Native::nat},
    {"Reals", "Real", 0, Native::reals},
    {"Reals", "/", 2, Native::divide_real},
    {"Reals", "Infinity", 0, Native::infinity},
    {"Sequences", "Seq", 1, Native::seq},
    {"Sequences", "Len", 1, Native::len},
    {"Sequences", "Head", 1, Native::head},
    {"Sequences", "Tail", 1, Native::tail},
    {"Sequences", "Append", 2, Native::append},
    {"Sequences", "\\o", 2, Native::concat},
    {"Sequences", "SubSeq", 3, Native::subseq},
    {"Sequences", "SelectSeq", 2, Native::select_seq, Level::constant, "01"},
    {"FiniteSets", "IsFiniteSet", 1, Native::is_finite_set},
    {"FiniteSets", "Cardinality", 1, Native::cardinality},
    {"Bags", "EmptyBag", 0, Native::empty_bag},
    {"Bags", "IsABag", 1, Native::is_a_bag},
    {"Bags", "BagCardinality", 1, Native::bag_cardinality},
    {"Bags", "BagIn", 2, Native::bag_in},
    {"Bags", "CopiesIn", 2, Native::copies_in},
    {"Bags", "(+)", 2, Native::bag_cup},
    {"Bags", "(-)", 2, Native::bag_diff},
    {"Bags", "BagUnion", 1, Native::bag_union},
    {"Bags", "\\sqsubseteq", 2, Native::sqsubseteq},
    {"Bags", "BagOfAll", 2, Native::bag_of_all, Level::constant, "10"},
    {"Bags", "BagToSet", 1, Native::bag_to_set},
    {"Bags", "SetToBag", 1, Native::set_to_bag},
    {"TLC", "Print", 2, Native::print},
    {"TLC", "PrintT", 1, Native::print_t},
    {"TLC", "Assert", 2, Native::assert_that},
    {"TLC", "JavaTime", 0, Native::java_time},
    {"TLC", "TLCGet", 1, Native::tlc_get, Level::state},
    {"TLC", "TLCSet", 2, Native::tlc_set},
    {"TLC", ":>", 2, Native::colon_greater},
    {"TLC", "@@", 2, Native::at_at},
    {"TLC", "Permutations", 1, Native::permutations},
    {"TLC", "SortSeq", 2, Native::sort_seq, Level::constant, "02"},
    {"TLC", "RandomElement", 1, Native::random_element},
    {"TLC", "Any", 0, Native::any},
    {"TLC", "ToString", 1, Native::to_string},
    {"TLC", "TLCEval", 1, Native::tlc_eval},
    {"TLCExt", "TLCGetOrDefault", 2, Native::tlc_get_or_default, Level::state},
    {"TLCExt", "TLCModelValue", 1, Native::tlc_model_value},
    {"TLCExt", "AssertError", 2, Native::assert_error},
    {"TLCExt", "Trace", 0, Native::trace, Level::state},
    {"TLCExt", "CounterExample", 0, Native::counter_example, Level::state},
    {"TLCExt", "ToTrace", 1, Native::to_trace},
    {"TLCExt", "TLCDefer", 1, Native::tlc_defer},
    {"TLCExt", "TLCEvalDefinition", 1, Native::tlc_eval_definition, Level::state},
    {"TLCExt", "PickSuccessor", 1, Native::pick_successor, Level::action},
    {"TLCExt", "TLCFP", 1, Native::unsupported_native},
    {"Randomization", "RandomSubset", 2, Native::random_subset},
    {"Randomization", "RandomSetOfSubsets", 3, Native::random_set_of_subsets},
    {"Randomization", "RandomSubsetSet", 3, Native::random_subset_set},
    {"FiniteSetsExt", "FoldSet", 3, Native::fold_set, Level::constant, "200"},
    {"FiniteSetsExt", "Quantify", 2, Native::quantify, Level::constant, "01"},
    {"FiniteSetsExt", "kSubset", 2, Native::k_subset},
    {"FiniteSetsExt", "Max", 1, Native::greatest, Level::constant, "", TextOf::our_module},
    {"FiniteSetsExt", "Min", 1, Native::least, Level::constant, "", TextOf::our_module},
    {"Functions", "IsInjective", 1, Native::is_injective},
    {"Functions", "AntiFunction", 1, Native::anti_function},
    {"Functions", "FoldFunction", 3, Native::fold_function, Level::constant, "200"},
    {"Functions", "FoldFunctionOnSet", 4, Native::fold_function_on_set, Level::constant, "2000"},
    {"Functions", "Range", 1, Native::range_of, Level::constant, "", TextOf::our_module},
    {"SequencesExt", "ToSet", 1, Native::range_of, Level::constant, "", TextOf::our_module},
    {"SequencesExt", "SetToSeq", 1, Native::set_to_seq},
    {"SequencesExt", "SetToSeqs", 1, Native::set_to_seqs},
    {"SequencesExt", "Contains", 2, Native::contains},
    {"SequencesExt", "LongestCommonPrefix", 1, Native::longest_common_prefix},
    {"SequencesExt", "FoldSeq", 3, Native::fold_function, Level::constant, "200"},
    {"SequencesExt", "FoldLeft", 3, Native::fold_left, Level::constant, "200"},
    {"SequencesExt", "FoldRight", 3, Native::fold_right, Level::constant, "200"},
    {"SequencesExt", "FoldLeftDomain", 3, Native::fold_left_domain, Level::constant, "200"},
    {"SequencesExt", "FoldRightDomain", 3, Native::fold_right_domain, Level::constant, "200"},
    {"SequencesExt", "ReplaceFirstSubSeq", 3, Native::replace_first_subseq},
    {"SequencesExt", "ReplaceAllSubSeqs", 3, Native::replace_all_subseqs},
    {"SequencesExt", "IsPrefix", 2, Native::is_prefix},
    {"SequencesExt", "SelectInSeq", 2, Native::select_in_seq, Level::constant, "01"},
    {"SequencesExt", "SelectInSubSeq", 4, Native::select_in_subseq, Level::constant, "0001"},
    {"SequencesExt", "SelectLastInSeq", 2, Native::select_last_in_seq, Level::constant, "01"},
    {"SequencesExt", "SelectLastInSubSeq", 4, Native::select_last_in_subseq, Level::constant, "0001"},
    {"SequencesExt", "RemoveFirst", 2, Native::remove_first},
    {"SequencesExt", "RemoveFirstMatch", 2, Native::remove_first_match, Level::constant, "01"},
    {"SequencesExt", "Suffixes", 1, Native::suffixes},
    {"SequencesExt", "AllSubSeqs", 1, Native::all_subseqs},
    {"BagsExt", "FoldBag", 3, Native::fold_bag, Level::constant, "200"},
    {"Bitwise", "&", 2, Native::bit_and, Level::constant, "", TextOf::our_module},
    {"Bitwise", "|", 2, Native::bit_or, Level::constant, "", TextOf::our_module},
    {"Bitwise", "^^", 2, Native::bit_xor, Level::constant, "", TextOf::our_module},
    {"Bitwise", "Not", 1, Native::bit_not},
    {"Bitwise", "shiftR", 2, Native::shift_right},
    {"Combinatorics", "choose", 2, Native::binomial},
    {"DyadicRationals", "Reduce", 1, Native::reduce_fraction},
    {"Statistics", "ChiSquare", 3, Native::chi_square},
    {"TransitiveClosure", "Warshall", 1, Native::warshall},
    {"VectorClocks", "CausalOrder", 4, Native::causal_order, Level::constant, "0111"},
    {"Graphs", "SimplePath", 1, Native::simple_path},
    {"Graphs", "AreConnectedIn", 3, Native::are_connected_in},
    {"Graphs", "IsStronglyConnected", 1, Native::is_strongly_connected},
    {"UndirectedGraphs", "SimplePath", 1, Native::undirected_simple_path},
    {"UndirectedGraphs", "AreConnectedIn", 3, Native::undirected_are_connected_in},
    {"UndirectedGraphs", "ConnectedComponents", 1, Native::connected_components},
    {"SVG", "SVGElemToString", 1, Native::svg_elem_to_string},
    {"SVG", "NodeOfRingNetwork", 5, Native::node_of_ring_network},
    {"SVG", "PointOnLine", 3, Native::point_on_line},
    {"SVG", "NodesOfDirectedMultiGraph", 3, Native::unsupported_native},
    {"GraphViz", "DotDiGraph", 3, Native::dot_di_graph, Level::constant, "011"},
    {"Json", "ToJson", 1, Native::to_json},
    {"Json", "ToJsonArray", 1, Native::to_json_array},
    {"Json", "ToJsonObject", 1, Native::to_json_object},
    {"Json", "JsonSerialize", 2, Native::json_serialize},
    {"Json", "JsonDeserialize", 1, Native::json_deserialize},
    {"Json", "ndJsonSerialize", 2, Native::nd_json_serialize},
    {"Json", "ndJsonDeserialize", 1, Native::nd_json_deserialize},
    {"IOUtils", "IOSerialize", 3, Native::io_serialize},
    {"IOUtils", "IODeserialize", 2, Native::io_deserialize},
    {"IOUtils", "Serialize", 3, Native::serialize_text},
    {"IOUtils", "Deserialize", 2, Native::deserialize_text},
    {"IOUtils", "IOExec", 1, Native::io_exec, Level::state},
    {"IOUtils", "IOEnvExec", 2, Native::io_env_exec, Level::state},
    {"IOUtils", "IOExecTemplate", 2, Native::io_exec_template, Level::state},
    {"IOUtils", "IOEnvExecTemplate", 3, Native::io_env_exec_template, Level::state},
    {"IOUtils", "IOEnv", 0, Native::io_env},
    {"IOUtils", "atoi", 1, Native::atoi},
    {"CSV", "CSVWrite", 3, Native::csv_write},
    {"CSV", "CSVWriteRecord", 4, Native::csv_write_record},
    {"CSV", "CSVRead", 3, Native::csv_read},
    {"CSV", "CSVRecords", 1, Native::csv_records},
};

constexpr LanguageOperator language[] = {
    {"/\\", 2, Kind::conjunction},
    {"\\/", 2, Kind::disjunction},
    {"~", 1, Kind::native, Native::negation},
    {"=>", 2, Kind::native, Native::implies},
    {"<=>", 2, Kind::native, Native::equivalent},
    {"=", 2, Kind::native, Native::equal},
    {"#", 2, Kind::native, Native::not_equal},
    {"\\in", 2, Kind::native, Native::in},
    {"\\notin", 2, Kind::native, Native::not_in},
    {"\\subseteq", 2, Kind::native, Native::subseteq},
    {"\\cup", 2, Kind::native, Native::set_union},
    {"\\cap", 2, Kind::native, Native::set_intersection},
    {"\\", 2, Kind::native, Native::set_difference},
    {"SUBSET", 1, Kind::native, Native::powerset},
    {"UNION", 1, Kind::native, Native::big_union},
    {"DOMAIN", 1, Kind::native, Native::domain},
    {"BOOLEAN", 0, Kind::native, Native::boolean_set},
    {"STRING", 0, Kind::native, Native::string_set},
    {"TRUE", 0, Kind::boolean},
    {"FALSE", 0, Kind::boolean},
    {"[]", 1, Kind::native, Native::always},
    {"<>", 1, Kind::native, Native::eventually},
    {"~>", 2, Kind::native, Native::leads_to},
    {"-+->", 2, Kind::native, Native::while_plus},
    {"\\cdot", 2, Kind::native, Native::action_composition},
    {"'", 1, Kind::prime},
    {"ENABLED", 1, Kind::enabled},
    {"UNCHANGED", 1, Kind::unchanged},
};

bool fits(const NativeOperator& entry, std::span<const Symbol* const> parameters) {
  if (parameters.size() != entry.arity) return false;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const unsigned arity = entry.operators.empty() ? 0 : static_cast<unsigned>(entry.operators[i] - '0');
    if (parameters[i]->arity != arity) return false;
  }
  return true;
}

}  // namespace

std::span<const NativeOperator> native_operators() { return table; }

const NativeOperator* find_native(std::string_view module, std::string_view name,
                                  std::span<const Symbol* const> parameters, bool built_in) {
  const auto* found = std::ranges::find_if(table, [&](const NativeOperator& entry) {
    return entry.module == module && entry.name == name && fits(entry, parameters) &&
           (built_in || entry.text == TextOf::any_module);
  });
  return found == std::end(table) ? nullptr : found;
}

Level least_level(Native native) {
  if (native == Native::unsupported_native)
    return Level::state;  // never folded: only evaluation may complain
  const auto* found = std::ranges::find(table, native, &NativeOperator::native);
  return found == std::end(table) ? Level::constant : found->least_level;
}

bool reaches_outside(Native native) {
  return (native >= Native::json_serialize && native <= Native::io_env_exec_template) ||
         (native >= Native::csv_write && native <= Native::csv_records);
}

std::string_view standard_module_of(std::string_view name) {
  const auto* found = std::ranges::find_if(table, [&](const NativeOperator& entry) {
    // The one is LOCAL in its module; the other is defined in none, but TLC has it for those who bring a
    // copy.
    return entry.name == name && entry.native != Native::reduce_fraction &&
           entry.native != Native::random_subset_set;
  });
  return found == std::end(table) ? std::string_view{} : found->module;
}

std::string_view symbol_of(Native native) {
  const auto* found = std::ranges::find_if(language, [&](const LanguageOperator& entry) {
    return entry.kind == Kind::native && entry.native == native;
  });
  if (found != std::end(language)) return found->symbol;
  const auto* standard = std::ranges::find(table, native, &NativeOperator::native);
  return standard == std::end(table) ? std::string_view{"?"} : standard->name;
}

const LanguageOperator* find_language_operator(std::string_view symbol) {
  const auto* found = std::ranges::find(language, symbol, &LanguageOperator::symbol);
  return found == std::end(language) ? nullptr : found;
}

}  // namespace synod::semantics
