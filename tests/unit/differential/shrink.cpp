#include "shrink.hpp"

#include <algorithm>

namespace synod::differential {
namespace {

/// Collects parts of the same type, nearest first, a few levels deep.
void collect_same_type(const Term& at, const Type& type, int depth, std::vector<Term>& found) {
  for (const Term& part : at.parts) {
    if (part.type == type) found.push_back(part);
  }
  if (depth == 0) return;
  for (const Term& part : at.parts) collect_same_type(part, type, depth - 1, found);
}

std::vector<Term> replacements(const Term& at) {
  std::vector<Term> result;
  const bool is_constant = at.parts.empty();
  for (const std::string& constant : smallest(at.type)) {
    if (is_constant && at.pattern == constant) return result;
    result.push_back(term(at.type, constant));
  }
  collect_same_type(at, at.type, 3, result);
  if (at.list && at.parts.size() > 1) {
    for (std::size_t i = 0; i < at.parts.size(); ++i) {
      Term fewer = at;
      fewer.parts.erase(fewer.parts.begin() + static_cast<std::ptrdiff_t>(i));
      result.push_back(std::move(fewer));
    }
  }
  return result;
}

/// The n-th node of a term in preorder, or null; `n` is counted down.
Term* node(Term& at, std::size_t& n) {
  if (n == 0) return &at;
  --n;
  for (Term& part : at.parts) {
    if (Term* found = node(part, n)) return found;
  }
  return nullptr;
}

Term* node(Document& document, std::size_t n) {
  for (Definition& definition : document.definitions) {
    if (Term* found = node(definition.body, n)) return found;
  }
  return nullptr;
}

class Shrinker {
 public:
  Shrinker(Document document, const std::function<bool(const Document&)>& fails, int attempts)
      : document_(std::move(document)), fails_(fails), attempts_(attempts) {}

  Document run() {
    do {
      progress_ = false;
      leave_out(&Document::definitions);
      leave_out(&Document::configuration);
      replace_nodes();
    } while (progress_ && attempts_ > 0);
    return std::move(document_);
  }

 private:
  bool accept(const Document& candidate) {
    if (attempts_-- <= 0 || !fails_(candidate)) return false;
    document_ = candidate;
    progress_ = true;
    return true;
  }

  template <class Item>
  void leave_out(std::vector<Item> Document::* items) {
    // Halves first, then one by one, last ones first: they are used least.
    for (std::size_t size = std::max<std::size_t>(1, (document_.*items).size() / 2); size > 0; size /= 2) {
      for (std::size_t end = (document_.*items).size(); end > 0;) {
        const std::size_t begin = end > size ? end - size : 0;
        Document candidate = document_;
        auto& list = candidate.*items;
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(begin),
                   list.begin() + static_cast<std::ptrdiff_t>(end));
        accept(candidate);
        end = begin;
      }
    }
  }

  void replace_nodes() {
    for (std::size_t n = 0; attempts_ > 0;) {
      const Term* at = node(document_, n);
      if (at == nullptr) return;
      if (!replace_node(n, replacements(*at))) ++n;
    }
  }

  bool replace_node(std::size_t n, const std::vector<Term>& candidates) {
    for (const Term& replacement : candidates) {
      Document candidate = document_;
      *node(candidate, n) = replacement;
      if (accept(candidate)) return true;
    }
    return false;
  }

  Document document_;
  const std::function<bool(const Document&)>& fails_;
  int attempts_;
  bool progress_ = false;
};

}  // namespace

Document shrunk(Document document, const std::function<bool(const Document&)>& fails, int attempts) {
  return Shrinker(std::move(document), fails, attempts).run();
}

}  // namespace synod::differential
