using FluentValidation;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;
using Streamix.Users.Account.Accounts;

namespace Streamix.Users.Account.EmailChanges;

/// <summary>How far a change of address is.</summary>
/// <param name="State"><c>open</c>, <c>done</c>, <c>cancelled</c>, <c>failed</c> (too many wrong codes) or <c>expired</c>.</param>
/// <param name="ResendAt">When further codes may be asked for; null when none may.</param>
internal sealed record EmailChangeView(
    Guid Id, [property: Example("open")] string State, [property: Personal, Example("ada@example.com")] string NewEmail, bool OldProven, bool NewProven,
    int AttemptsLeft, DateTimeOffset ExpiresAt, DateTimeOffset? ResendAt)
{
    public static EmailChangeView Of(EmailChange c, DateTimeOffset now) => new(
        c.Id, c.State == EmailChangeState.Open && !c.IsOpen(now) ? "expired" : c.State.ToString().ToLowerInvariant(), c.NewEmail,
        c.OldProvenAt is not null, c.NewProvenAt is not null, c.AttemptsLeft, c.ExpiresAt,
        c.IsOpen(now) && c.Mails < EmailChange.MostMails ? c.MailedAt + EmailChange.CoolDown : null);
}

internal sealed record EmailChangeDraft([property: Personal, Example("ada@example.com")] string NewEmail);

internal sealed class EmailChangeRules : AbstractValidator<EmailChangeDraft>
{
    public EmailChangeRules() => RuleFor(d => d.NewEmail).EmailForm();
}

/// <summary>The codes of the two mails, together or one after the other.</summary>
internal sealed record EmailChangeProof([property: Personal, Example("H7K2MQ4R")] string? OldCode = null, [property: Personal, Example("9TB3XWZ2")] string? NewCode = null);

internal sealed class EmailChangeProofRules : AbstractValidator<EmailChangeProof>
{
    private const int Longest = 32;

    public EmailChangeProofRules()
    {
        RuleFor(p => p.OldCode).MaximumLength(Longest).WithMessage("is too long");
        RuleFor(p => p.NewCode).MaximumLength(Longest).WithMessage("is too long");
        RuleFor(p => p.OldCode).NotNull().When(p => p.NewCode is null).WithMessage("give at least one of the codes");
    }
}
