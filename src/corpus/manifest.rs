//! Placeholder until the readers land.
use crate::{
    dates::EventOverride,
    text::{Document, Warned, Warning},
};

#[derive(Clone, Debug, Default)]
pub struct Manifest {
    pub title: Option<String>,
    pub description: Option<String>,
    pub language: Option<String>,
    pub window: Option<String>,
}
impl Manifest {
    pub fn parse(_text: &str) -> Warned<Manifest> {
        Warned::default()
    }
    pub fn place(&self, _file: &str) -> usize {
        0
    }
    pub fn files(&self) -> Vec<String> {
        Vec::new()
    }
    pub fn apply(&self, _document: &mut Document) -> Vec<Warning> {
        Vec::new()
    }
    pub fn events(&self, _documents: &[Document]) -> Vec<EventOverride> {
        Vec::new()
    }
}
