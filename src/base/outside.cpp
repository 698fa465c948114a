#include "base/outside.hpp"

#include "base/evaluation_error.hpp"

namespace synod {

namespace {

[[noreturn]] void refuse(const std::string& by) {
  throw EvaluationError(EvaluationFault::refused,
                        by + " reaches outside of the specification, which is not permitted here.");
}

class ClosedDoor final : public Outside {
 public:
  FileContent read(const std::string& by, const std::string&) override { refuse(by); }
  std::string write(const std::string& by, const std::string&, const std::string&, const Writing&) override {
    refuse(by);
  }
  Finished run(const std::string& by, const std::vector<std::string>&, const EnvironmentVariables&) override {
    refuse(by);
  }
  const EnvironmentVariables& environment() override { refuse("IOEnv"); }
};

}  // namespace

Outside& closed_door() {
  static ClosedDoor door;  // it has no state
  return door;
}

}  // namespace synod
