"""Every authored shape. The JSON Schemas that editors use are made from these models (see schemas.py)."""

from compare.model.article import Article, Claim, Section
from compare.model.base import CONTENDERS, Authored, Citation, Sourced, Statement
from compare.model.catalogue import Cell, Guide, Matrix, Package, Profile, Release, StackItem, Target, Tool
from compare.model.dimension import Change, Changes, Criterion, Dimension, Finding, WrittenVerdict
from compare.model.site import Contender, Redirect, Site
from compare.model.source import Publisher, Read, Source

__all__ = [
    "CONTENDERS",
    "Article",
    "Authored",
    "Cell",
    "Change",
    "Changes",
    "Citation",
    "Claim",
    "Contender",
    "Criterion",
    "Dimension",
    "Finding",
    "Guide",
    "Matrix",
    "Package",
    "Profile",
    "Publisher",
    "Read",
    "Redirect",
    "Release",
    "Section",
    "Site",
    "Source",
    "Sourced",
    "StackItem",
    "Statement",
    "Target",
    "Tool",
    "WrittenVerdict",
]
