//! Logistic regression over features that an answer has or has not, by the same steps every time.

use foi_rj::catalogue::second_coder::{CODES, likelihoods};

/// All answers are gone through so often.
const ROUNDS: usize = 30;
/// The first step.
const STEP: f32 = 0.2;
/// How strongly weights are held back.
const HELD_BACK: f32 = 1e-4;

/// What features speak for.
pub struct Model {
    /// What speaks for each code before anything is known.
    pub before: [f32; CODES.len()],
    /// What each feature speaks for.
    pub weights: Vec<[f32; CODES.len()]>,
}

impl Model {
    /// How much `features` speak for each code together. A long answer is no surer than a short one.
    pub fn scores(&self, features: &[usize]) -> [f32; CODES.len()] {
        let length = (features.len().max(1) as f32).sqrt();
        std::array::from_fn(|code| {
            self.before[code] + features.iter().map(|&feature| self.weights[feature][code]).sum::<f32>() / length
        })
    }
}

/// The model of `cases`, each with its features and code, of as many features as there are. Steps grow shorter for
/// weights that have moved far (AdaGrad).
pub fn teach(cases: &[(Vec<usize>, usize)], features: usize) -> Model {
    let mut model = Model { before: [0.0; CODES.len()], weights: vec![[0.0; CODES.len()]; features] };
    let mut moved = vec![[1e-6; CODES.len()]; features];
    let mut moved_before = [1e-6; CODES.len()];
    for _ in 0..ROUNDS {
        for (features, code) in cases {
            let length = (features.len().max(1) as f32).sqrt();
            let likely = likelihoods(model.scores(features));
            for at in 0..CODES.len() {
                let wrong = likely[at] - if at == *code { 1.0 } else { 0.0 };
                step(&mut model.before[at], &mut moved_before[at], wrong);
                for &feature in features {
                    let weight = &mut model.weights[feature][at];
                    let slope = wrong / length + HELD_BACK * *weight;
                    step(weight, &mut moved[feature][at], slope);
                }
            }
        }
    }
    model
}

fn step(weight: &mut f32, moved: &mut f32, slope: f32) {
    *moved += slope * slope;
    *weight -= STEP * slope / moved.sqrt();
}
