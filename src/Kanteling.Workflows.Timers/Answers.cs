namespace Kanteling.Workflows.Timers;

static class Answers
{
    extension(Answer.Refused refused)
    {
        /// <summary>The codes alone: arguments may say something of a person.</summary>
        public string Codes => string.Join(", ", refused.Refusals.Select(r => r.Code).Distinct(StringComparer.Ordinal));

        /// <summary>Whether every refusal is one of these.</summary>
        public bool IsOnly(params string[] codes) => refused.Refusals.All(r => codes.Contains(r.Code, StringComparer.Ordinal));
    }
}
