// What a specification may do outside of itself: files, programs, environment variables. The evaluators are
// given one of these and reach nothing in any other way.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace synod {

/// How a file is written. As it stands: made if it is not there, emptied if it is.
struct Writing {
  bool create = true;
  bool create_new = false;  ///< fails if the file is there
  bool truncate = true;
  bool append = false;        ///< after what is there, whatever `truncate` says
  bool make_folders = false;  ///< also those that the file is to be in
};

/// What reading a file gave.
struct FileContent {
  bool missing = false;                ///< there is no such file
  std::string problem;                 ///< why it could not be read: "Permission denied"; empty when it could
  std::optional<std::string> content;  ///< valid UTF-8: what was none is U+FFFD
};

/// A program that ended.
struct Finished {
  std::string problem;  ///< why it could not be started; empty when it could
  int exit_value = 0;   ///< 128 and the signal's number when a signal ended it
  std::string out, err;
};

/// Thrown where files or programs cannot be asked again what they were asked before.
struct NotRepeatable {};

using EnvironmentVariables = std::map<std::string, std::string, std::less<>>;

/// Thread-safe. `by` is the operator that asks. What is not permitted throws EvaluationError(refused), and
/// says what to do about it.
class Outside {
 public:
  virtual ~Outside() = default;
  Outside() = default;
  Outside(const Outside&) = delete;
  Outside& operator=(const Outside&) = delete;

  [[nodiscard]] virtual FileContent read(const std::string& by, const std::string& file) = 0;
  /// Why the file could not be written; empty when it was.
  [[nodiscard]] virtual std::string write(const std::string& by, const std::string& file,
                                          const std::string& text, const Writing& how) = 0;
  /// Runs a program to its end. `more` is added to the environment that it inherits.
  [[nodiscard]] virtual Finished run(const std::string& by, const std::vector<std::string>& command,
                                     const EnvironmentVariables& more) = 0;
  /// The variables that the specification may see. Lives as long as this.
  [[nodiscard]] virtual const EnvironmentVariables& environment() = 0;

  /// Answers what this did before, and neither writes nor runs anything. May throw NotRepeatable. Lives as
  /// long as this.
  [[nodiscard]] virtual Outside& memory() { return *this; }
};

/// Permits nothing, and shows nothing of the environment: for whoever evaluates on nobody's behalf.
[[nodiscard]] Outside& closed_door();

}  // namespace synod
