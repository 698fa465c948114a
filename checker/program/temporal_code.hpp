// Temporal formulas compiled: a tree of connectives whose leaves are compiled predicates.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "program/binder_nodes.hpp"

namespace synod::program {

struct TemporalNode;
using TemporalPtr = const TemporalNode*;  ///< owned by the Code they belong to

struct TemporalNode {
  enum class Form : std::uint8_t {
    predicate,  ///< predicates: itself
    negation,
    conjunction,
    disjunction,
    equivalence,
    always,
    eventually,
    weak_fairness,    ///< predicates: ENABLED <<A>>_v, <<A>>_v
    strong_fairness,  ///< the same
    forall,           ///< bounds; parts[0]
    exists,
  };
  Form form{};
  std::vector<TemporalPtr> parts = {};
  std::vector<std::uint32_t> predicates = {};
  std::vector<BoundPlan> bounds = {};
  const Node* place = nullptr;  ///< of a quantifier
};

/// A formula with the layout of the frame that its predicates and quantifiers use.
struct TemporalEntry {
  TemporalPtr formula = nullptr;
  const Unit* unit = nullptr;
};

/// What an expression means, written down so that equal texts have equal meanings: texts with places for the
/// values of bound variables between them.
struct MeaningPart {
  std::string text;
  std::optional<unsigned> slot;  ///< whose value follows
  bool all_slots = false;        ///< the values of all bound variables follow
};
using Meaning = std::vector<MeaningPart>;

/// A leaf.
struct TemporalPredicate {
  NodePtr node = nullptr;
  const Unit* unit = nullptr;
  Meaning meaning;
  std::optional<bool> stuttering = {};  ///< its value on every stuttering step: [A]_v and <<A>>_v
};

}  // namespace synod::program
