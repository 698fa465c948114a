// What was asked outside during a search, and answered.
#include "outside/door.hpp"

namespace synod::outside {

namespace {

bool same(const FileContent& a, const FileContent& b) {
  return a.content == b.content && a.problem == b.problem;
}

bool same(const Finished& a, const Finished& b) {
  return a.exit_value == b.exit_value && a.out == b.out && a.err == b.err && a.problem == b.problem;
}

template <class Answers, class Answer>
void enter(Answers& answers, const std::string& key, const Answer& answer) {
  const auto [place, added] = answers.try_emplace(key, typename Answers::mapped_type{answer, false});
  if (!added && !same(place->second.first, answer)) place->second.changed = true;
}

template <class Answers>
auto recalled(const Answers& answers, const std::string& key)
    -> std::optional<decltype(answers.begin()->second.first)> {
  const auto found = answers.find(key);
  if (found == answers.end()) return std::nullopt;
  if (found->second.changed) throw NotRepeatable();
  return found->second.first;
}

}  // namespace

void Recollection::read(const std::string& file, const FileContent& answer) {
  const std::scoped_lock lock(mutex_);
  enter(reads_, file, answer);
}

void Recollection::failed_write(const std::string& key, const std::string& problem) {
  const std::scoped_lock lock(mutex_);
  failed_writes_.emplace(key, problem);
}

void Recollection::run(const std::string& key, const Finished& answer) {
  const std::scoped_lock lock(mutex_);
  enter(runs_, key, answer);
}

std::optional<FileContent> Recollection::recalled_read(const std::string& file) const {
  const std::scoped_lock lock(mutex_);
  return recalled(reads_, file);
}

std::string Recollection::recalled_problem(const std::string& key) const {
  const std::scoped_lock lock(mutex_);
  const auto found = failed_writes_.find(key);
  return found == failed_writes_.end() ? "" : found->second;
}

std::optional<Finished> Recollection::recalled_run(const std::string& key) const {
  const std::scoped_lock lock(mutex_);
  return recalled(runs_, key);
}

}  // namespace synod::outside
