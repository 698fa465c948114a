// A case given to checker/temporal.
#pragma once

#include <optional>
#include <vector>

#include "case.hpp"
#include "temporal/formula.hpp"
#include "temporal/graph.hpp"
#include "temporal/obligation.hpp"
#include "temporal/valuation.hpp"

namespace synod::temporal::test {

/// What find_lasso says of each way to violate the property.
struct Found {
  std::vector<std::optional<Lasso>> lassos;
  bool automata_wait = true;  ///< all automata have one state only

  [[nodiscard]] bool any() const;
};

[[nodiscard]] Found find_lassos(const Case& c);

}  // namespace synod::temporal::test
