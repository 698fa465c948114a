#include "trace/symmetry.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

#include <fmt/format.h>

#include "explore/symmetry.hpp"
#include "reference/evaluator.hpp"
#include "reference/set.hpp"

namespace synod::trace {
namespace {

using reference::Value;
using reference::ValueKind;
using semantics::Expr;
using semantics::Kind;
using syntax::Code;
using Images = std::vector<std::uint32_t>;

/// Why a set is none of permutations of model values.
struct NoPermutation {
  std::string why;
};

class Reading {
 public:
  explicit Reading(const model::Model& model) : model_(model) {}

  /// Without the identity.
  std::vector<Images> permutations() {
    reference::Evaluator evaluator(model_);
    const reference::EvaluationScope scope(evaluator);
    const Value set = evaluator.evaluate(*model_.symmetry, reference::Environment(), evaluator.no_state());
    if (!set.is(ValueKind::set)) throw NoPermutation{"its value is no set"};
    const reference::Elements& elements = reference::elements_of(set);
    size_ = elements.size();
    std::vector<Images> all;
    for (const Value& element : elements) {
      Images images = permutation(element);
      if (!std::is_sorted(images.begin(), images.end())) all.push_back(std::move(images));
    }
    return all;
  }
  /// Elements of the set, the identity included.
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  [[nodiscard]] std::uint32_t place(const Value& v, const Value& element) const {
    const std::size_t count = model_.model_values.size();
    if (!v.is(ValueKind::model_value) || v.as_model_value().order >= count)
      throw NoPermutation{fmt::format("its element {} maps what is no model value of the configuration",
                                      reference::text(element))};
    return v.as_model_value().order;
  }

  [[nodiscard]] Images permutation(const Value& element) const {
    if (!element.is(ValueKind::function))
      throw NoPermutation{fmt::format("its element {} is no function", reference::text(element))};
    Images images(model_.model_values.size());
    std::iota(images.begin(), images.end(), 0U);
    for (const auto& [from, to] : reference::pairs_of(element))
      images[place(from, element)] = place(to, element);
    Images sorted = images;
    std::sort(sorted.begin(), sorted.end());
    const auto twice = std::adjacent_find(sorted.begin(), sorted.end());
    if (twice != sorted.end())
      throw NoPermutation{fmt::format("its element {} maps two model values to {}", reference::text(element),
                                      model_.model_values[*twice])};
    return images;
  }

  const model::Model& model_;
  std::size_t size_ = 0;
};

/// Operands of the outermost operator of a definition, as TLC counts them.
std::size_t operand_count(const Expr& body) {
  switch (body.kind) {
    case Kind::let:
      return 0;
    case Kind::case_of:
      return (body.operands.size() + 1) / 2;
    default:
      return body.operands.size();
  }
}

/// TLC takes a set that has no more elements than the outermost operator of its definition has operands for
/// one of sets that are too small, and uses no symmetry at all: its figures are those of all states.
bool is_left_unused(const model::Model& model, std::size_t size) {
  const semantics::Operator* op = model.symmetry->op;
  return op != nullptr && op->body != nullptr && operand_count(*op->body) >= size;
}

/// A few permutations that generate the same group.
std::vector<Images> generators(const reduce::Group& group, const model::Model& model) {
  const auto place = [&](reduce::Point point) {
    const auto& all = model.model_values;
    return std::find(all.begin(), all.end(), values::atoms().get(group.atom(point)).text) - all.begin();
  };
  std::vector<Images> few;
  for (const std::uint32_t generator : group.generators()) {
    Images& images = few.emplace_back(model.model_values.size());
    std::iota(images.begin(), images.end(), 0U);
    for (reduce::Point p = 0; p < group.degree(); ++p)
      images[static_cast<std::size_t>(place(p))] =
          static_cast<std::uint32_t>(place(group.image(generator, p)));
  }
  return few;
}

}  // namespace

void settle_symmetry(model::Model& model, syntax::Diagnostics& diagnostics) {
  if (model.symmetry == nullptr) return;
  const Span span = model.symmetry->span;
  const std::string name =
      " " + (model.symmetry->op != nullptr ? model.symmetry->op->name : model.symmetry->constant->name);
  Reading reading(model);
  try {
    model.permutations = reading.permutations();
  } catch (const NoPermutation& no) {
    return diagnostics.error(
        Code::symmetry, span,
        fmt::format("SYMMETRY{} is no set of permutations of model values: {}", name, no.why),
        "Permutations(S) of a set of model values S, or a union of such");
  } catch (const EvaluationError& error) {
    return diagnostics.error(Code::symmetry, span,
                             fmt::format("SYMMETRY{} cannot be evaluated: {}", name, error.message()));
  }
  if (model.permutations.empty()) {
    diagnostics.warning(
        Code::symmetry, span,
        fmt::format("SYMMETRY{} has no permutation but the identity: no states are symmetric", name));
  } else if (is_left_unused(model, reading.size())) {
    model.permutations.clear();
    diagnostics.warning(
        Code::symmetry, span,
        fmt::format("SYMMETRY{} is not used, as in TLC: its definition's outermost operator has as many "
                    "operands as there are permutations. A definition that only names it is used",
                    name));
  } else if (const auto group = explore::symmetry_of(model)) {
    model.permutations = generators(*group, model);
  } else {
    diagnostics.error(Code::unsupported, span,
                      fmt::format("SYMMETRY{} generates a group of more than {} permutations", name,
                                  explore::largest_group));
  }
}

}  // namespace synod::trace
