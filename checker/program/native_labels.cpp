#include "program/native.hpp"
#include "semantics/native.hpp"

namespace synod::program {

const char* native_label(semantics::Native native) {
  using semantics::Native;
  switch (native) {
    case Native::subseteq:
      return "subset";
    case Native::big_union:
      return "UNION";
    case Native::domain:
      return "domain";
    case Native::cardinality:
      return "cardinality";
    case Native::is_finite_set:
      return "finite";
    case Native::len:
      return "length";
    case Native::head:
      return "head";
    case Native::tail:
      return "tail";
    case Native::append:
      return "append";
    case Native::concat:
      return "concat";
    case Native::subseq:
      return "subseq";
    case Native::print:
    case Native::print_t:
      return "print";
    case Native::assert_that:
      return "assert";
    case Native::colon_greater:
      return "singleton";
    case Native::at_at:
      return "override";
    case Native::permutations:
      return "permutations";
    case Native::random_element:
    case Native::random_subset:
    case Native::random_set_of_subsets:
    case Native::random_subset_set:
      return "random";
    case Native::trace:
      return "trace";
    case Native::counter_example:
      return "counterexample";
    case Native::to_trace:
      return "states";
    case Native::tlc_get:
      return "TLCGet";
    case Native::tlc_set:
      return "TLCSet";
    default:
      return semantics::symbol_of(native).data();  // the name of the operator, a literal
  }
}

}  // namespace synod::program
