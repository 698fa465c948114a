// Makes a failing document smaller.
#pragma once

#include <functional>

#include "term.hpp"

namespace synod::differential {

/// The smallest document found by leaving out definitions, configuration lines and parts of lists, and by
/// putting a part or a constant in the place of an expression, that still `fails`. Greedy; asks at most
/// `attempts` times.
[[nodiscard]] Document shrunk(Document document, const std::function<bool(const Document&)>& fails,
                              int attempts = 4000);

}  // namespace synod::differential
