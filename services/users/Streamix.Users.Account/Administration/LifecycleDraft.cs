using FluentValidation;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;
using Streamix.Users.Account.Accounts;

namespace Streamix.Users.Account.Administration;

/// <summary>Why an operator does it.</summary>
/// <param name="Reason">A code; others are told of it.</param>
/// <param name="Note">For other operators; whom it is about gets it too, with the export of their data.</param>
internal sealed record LifecycleDraft([property: Example("abuse")] string Reason, [property: Personal, Example("Third report of spam.")] string? Note = null);

internal sealed class LifecycleRules : AbstractValidator<LifecycleDraft>
{
    public LifecycleRules()
    {
        RuleFor(d => d.Reason).Must(r => StatusReasons.OfOperators.Contains(r, StringComparer.Ordinal))
            .WithMessage($"must be one of {string.Join(", ", StatusReasons.OfOperators)}");
        RuleFor(d => d.Note).MaximumLength(StatusChange.LongestNote).WithMessage($"must have at most {StatusChange.LongestNote} characters");
    }
}
