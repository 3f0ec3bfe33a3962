using FluentValidation;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.Rights.Deciding;
using Streamix.Streaming.Rights.Places;
using Streamix.Streaming.Rights.Plans;

namespace Streamix.Streaming.Rights.Windows;

/// <summary>An extra window as operators see it.</summary>
/// <param name="Id">The window.</param>
/// <param name="TitleId">The title it opens.</param>
/// <param name="Territory">ISO 3166-1 alpha-2, or <c>*</c> for everywhere.</param>
/// <param name="Plan">The code of the only plan it opens for; null for all.</param>
/// <param name="From">UTC, included.</param>
/// <param name="Until">UTC, excluded; null without end.</param>
/// <param name="ChangedAt">UTC.</param>
internal sealed record ExtraWindowView(Guid Id, Guid TitleId, string Territory, string? Plan, DateTimeOffset From, DateTimeOffset? Until, DateTimeOffset ChangedAt)
{
    public static ExtraWindowView Of(ExtraWindow w) => Of(w, w.Plan?.Code);

    public static ExtraWindowView Of(ExtraWindow w, string? plan) => new(w.Id, w.TitleId, w.Territory, plan, w.OpensAt, w.ClosesAt, w.ChangedAt);
}

/// <summary>An extra window to be.</summary>
internal sealed record ExtraWindowDraft(
    [property: Example("0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b10")] Guid TitleId,
    [property: Example("DE")] string Territory,
    [property: Example("\"2026-12-01T00:00:00Z\"")] DateTimeOffset From,
    [property: Example("\"2027-01-01T00:00:00Z\"")] DateTimeOffset? Until = null,
    [property: Example("premium")] string? Plan = null);

/// <summary>Another place, time or plan for a window.</summary>
internal sealed record ExtraWindowChange(
    [property: Example("DE")] string Territory,
    [property: Example("\"2026-12-01T00:00:00Z\"")] DateTimeOffset From,
    [property: Example("\"2027-01-01T00:00:00Z\"")] DateTimeOffset? Until = null,
    [property: Example("premium")] string? Plan = null);

/// <summary>Which windows.</summary>
internal sealed record ExtraWindowFilter(
    [property: Example("0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b10")] Guid? TitleId = null,
    [property: Example("DE")] string? Territory = null,
    [property: Example("premium")] string? Plan = null);

internal sealed class ExtraWindowDraftRules : AbstractValidator<ExtraWindowDraft>
{
    public ExtraWindowDraftRules()
    {
        RuleFor(d => d.TitleId).NotEmpty().WithMessage("must not be empty");
        RuleFor(d => d.Territory).Territory();
        RuleFor(d => d.Until).Must((draft, until) => until is null || until > draft.From).WithMessage("must lie after from");
        RuleFor(d => d.Plan).PlanCode();
    }
}

internal sealed class ExtraWindowChangeRules : AbstractValidator<ExtraWindowChange>
{
    public ExtraWindowChangeRules()
    {
        RuleFor(d => d.Territory).Territory();
        RuleFor(d => d.Until).Must((draft, until) => until is null || until > draft.From).WithMessage("must lie after from");
        RuleFor(d => d.Plan).PlanCode();
    }
}

file static class WindowRules
{
    public static void Territory<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(t => t == TitleWindow.Everywhere || CountryCode.IsValid(t)).WithMessage("must be ISO 3166-1 alpha-2 in capitals, or * for everywhere");

    public static void PlanCode<T>(this IRuleBuilder<T, string?> rule) => rule.Must(code => code is null || PlanRules.IsCode(code)).WithMessage("is not the code of a plan");
}
