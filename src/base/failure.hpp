// The three kinds of failure, three types: the user's error is a diagnostic (syntax/diagnostic.hpp) or an
// EvaluationError (base/evaluation_error.hpp); a limit is an outcome of the search; our own bug is
// InternalError.
#pragma once

#include <stdexcept>
#include <string>

namespace synod {

/// An invariant of Synod itself broke. Never reachable by input; main() asks for a report and exits with its
/// own status.
class InternalError : public std::logic_error {
 public:
  explicit InternalError(const std::string& what) : std::logic_error(what) {}
};

/// Checks an invariant of Synod itself. Cheap enough to stay in release builds; not for per-state paths.
inline void require(bool condition, const char* what) {
  if (!condition) throw InternalError(what);
}

}  // namespace synod
