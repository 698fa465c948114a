#include "program/journal.hpp"

namespace synod::program {

void Journal::begin(bool again) {
  if (!again) notes_.clear();
  next_ = 0;
  noting_ = true;
}

template <class Answer, class Ask>
Answer Journal::answered(const Ask& ask) {
  if (!noting_) return ask();
  if (next_ < notes_.size()) {
    if (const Answer* known = std::get_if<Answer>(&notes_[next_])) {
      ++next_;
      return *known;
    }
    notes_.resize(next_);  // the evaluation takes another way than before
  }
  Answer answer = ask();
  notes_.emplace_back(answer);
  next_ = notes_.size();
  return answer;
}

FileContent Journal::read(const std::string& by, const std::string& file) {
  return answered<FileContent>([&] { return asked_->read(by, file); });
}

std::string Journal::write(const std::string& by, const std::string& file, const std::string& text,
                           const Writing& how) {
  return answered<std::string>([&] { return asked_->write(by, file, text, how); });
}

Finished Journal::run(const std::string& by, const std::vector<std::string>& command,
                      const EnvironmentVariables& more) {
  return answered<Finished>([&] { return asked_->run(by, command, more); });
}

}  // namespace synod::program
