// Files and programs as a worker uses them: what was done for a state whose successors are enumerated a
// second time is not done again.
#pragma once

#include <variant>
#include <vector>

#include "base/outside.hpp"

namespace synod::program {

/// Not thread-safe: one for each worker.
class Journal final : public Outside {
 public:
  explicit Journal(Outside& outside) : outside_(outside), asked_(&outside) {}

  /// From here on everything is noted. With `again`, as many requests as were noted since the last begin are
  /// answered from those notes first, in their order.
  void begin(bool again);
  /// Nothing is noted any more.
  void end() { noting_ = false; }
  /// Whether everything is answered by the outside's memory from here on.
  void recall(bool on) { asked_ = on ? &outside_.memory() : &outside_; }

  FileContent read(const std::string& by, const std::string& file) override;
  std::string write(const std::string& by, const std::string& file, const std::string& text,
                    const Writing& how) override;
  Finished run(const std::string& by, const std::vector<std::string>& command,
               const EnvironmentVariables& more) override;
  const EnvironmentVariables& environment() override { return asked_->environment(); }

 private:
  template <class Answer, class Ask>
  Answer answered(const Ask& ask);

  Outside& outside_;
  Outside* asked_;
  bool noting_ = false;
  std::vector<std::variant<FileContent, std::string, Finished>> notes_;
  std::size_t next_ = 0;  ///< of the notes that answer
};

}  // namespace synod::program
