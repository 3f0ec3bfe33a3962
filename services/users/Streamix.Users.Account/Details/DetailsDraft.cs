using FluentValidation;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;
using Streamix.Users.Account.Accounts;

namespace Streamix.Users.Account.Details;

/// <summary>The whole of one's personal details; what is left out is forgotten.</summary>
internal sealed record DetailsDraft(
    [property: Personal, Example("Ada")] string DisplayName,
    [property: Personal, Example("Ada")] string? GivenName = null,
    [property: Personal, Example("Lovelace")] string? FamilyName = null,
    [property: Personal, Example("1990-12-10")] DateOnly? BirthDate = null,
    [property: Personal, Example("+442071234567")] string? Phone = null)
{
    public PersonalDetails ToDetails() => new(DisplayName.Trim(), Tidy(GivenName), Tidy(FamilyName), BirthDate, Tidy(Phone)?.Replace(" ", "", StringComparison.Ordinal));

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

internal sealed class DetailsRules : AbstractValidator<DetailsDraft>
{
    private const int OldestYears = 130;

    public DetailsRules(TimeProvider time)
    {
        RuleFor(d => d.DisplayName).Text(PersonalDetails.LongestName).OneLine();
        RuleFor(d => d.GivenName!).MaximumLength(PersonalDetails.LongestName).WithMessage($"must have at most {PersonalDetails.LongestName} characters").OneLine();
        RuleFor(d => d.FamilyName!).MaximumLength(PersonalDetails.LongestName).WithMessage($"must have at most {PersonalDetails.LongestName} characters").OneLine();
        RuleFor(d => d.BirthDate).Must(date => date is null || IsPast(date.Value, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)))
            .WithMessage("must be a date in the past");
        RuleFor(d => d.Phone!).Matches(@"^\s*\+[1-9]( ?[0-9]){6,14}\s*$").WithMessage("must be an international number such as +442071234567");
    }

    private static bool IsPast(DateOnly date, DateOnly today) => date < today && date > today.AddYears(-OldestYears);
}
