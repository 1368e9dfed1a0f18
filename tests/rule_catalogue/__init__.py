"""The catalogue of rules, made from the data files, each rule with its sentences."""

from tests.rule_catalogue.rules import catalogue

__all__ = ["catalogue"]
