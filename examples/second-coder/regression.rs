//! Logistic regression over features that an answer has or has not, by the same steps every time.

use foi_rj::catalogue::second_coder::likelihoods;

/// All answers are gone through so often.
const ROUNDS: usize = 30;
/// The first step.
const STEP: f32 = 0.2;
/// How strongly weights are held back.
const HELD_BACK: f32 = 1e-4;

/// What features speak for.
pub struct Model {
    /// What speaks for each code before anything is known.
    pub before: Vec<f32>,
    /// What each feature speaks for.
    pub weights: Vec<Vec<f32>>,
}

impl Model {
    /// How much `features` speak for each code together. A long answer is no surer than a short one.
    pub fn scores(&self, features: &[usize]) -> Vec<f32> {
        let length = (features.len().max(1) as f32).sqrt();
        let score = |(code, before): (usize, &f32)| {
            before + features.iter().map(|&feature| self.weights[feature][code]).sum::<f32>() / length
        };
        self.before.iter().enumerate().map(score).collect()
    }
}

/// The model of `cases`, each with its features and code, of as many features and codes as there are. Steps grow shorter for
/// weights that have moved far (AdaGrad).
pub fn teach(cases: &[(Vec<usize>, usize)], features: usize, codes: usize) -> Model {
    let mut model = Model { before: vec![0.0; codes], weights: vec![vec![0.0; codes]; features] };
    let mut moved = vec![vec![1e-6; codes]; features];
    let mut moved_before = vec![1e-6; codes];
    for _ in 0..ROUNDS {
        for (features, code) in cases {
            let length = (features.len().max(1) as f32).sqrt();
            let likely = likelihoods(&model.scores(features));
            for at in 0..codes {
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
