using FluentValidation;
using Streamix.Comms.Email.Templates;
using Streamix.Comms.Email.Templates.Letters;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Comms.Email.Campaigns;

/// <summary>A campaign to be.</summary>
/// <param name="Name">For operators.</param>
/// <param name="Letters">The letter by locale: a subject: and a preview: line, an empty line, then blocks. Must have <c>en</c>.</param>
/// <param name="RatePerSecond">Mails per second.</param>
internal sealed record CampaignDraft(
    [property: Example("New in March")] string Name,
    [property: Example("""{"en":"subject: New in March\npreview: Three premieres.\n\n# New in March\n\nThree premieres wait for you.\n\n[See what is new](/browse/new)"}""")] IReadOnlyDictionary<string, string> Letters,
    [property: Example("10")] double RatePerSecond = 10);

internal sealed class CampaignDraftRules : AbstractValidator<CampaignDraft>
{
    private const int MostLocales = 40;

    public CampaignDraftRules()
    {
        RuleFor(c => c.Name).Text(Campaign.LongestName).OneLine();
        RuleFor(c => c.RatePerSecond).InclusiveBetween(0.1, Campaign.FastestPerSecond).WithMessage($"must be between 0.1 and {Campaign.FastestPerSecond}");
        RuleFor(c => c.Letters).Must(letters => letters.ContainsKey(Locales.Last)).WithMessage($"must have a letter in {Locales.Last}")
            .Must(letters => letters.Count <= MostLocales).WithMessage($"must have at most {MostLocales} languages")
            .Custom((letters, context) =>
            {
                foreach (var (locale, source) in letters)
                    if (Fault(source) is { } fault)
                        context.AddFailure(nameof(CampaignDraft.Letters), $"{locale}: {fault}");
            });
    }

    private static string? Fault(string source)
    {
        try
        {
            LetterReader.Read(source);
            return null;
        }
        catch (LetterException error)
        {
            return error.Message;
        }
    }
}

/// <summary>Some of those who agreed.</summary>
internal sealed record MembersDraft(IReadOnlyList<MemberDraft> Members);

/// <summary>Somebody who agreed to marketing mails.</summary>
/// <param name="AccountId">Who.</param>
/// <param name="Address">Where to.</param>
/// <param name="Name">How the person is addressed.</param>
/// <param name="Locale">BCP 47.</param>
/// <param name="ConsentedAt">When the person agreed, UTC; whoever unsubscribed later gets nothing.</param>
/// <param name="Values">The letter's variables.</param>
internal sealed record MemberDraft(
    Guid AccountId, [property: Personal, Example("ada@example.com")] string Address, [property: Personal, Example("Ada")] string? Name,
    [property: Example("en-GB")] string Locale, DateTimeOffset ConsentedAt, IReadOnlyDictionary<string, string>? Values = null);

internal sealed class MembersDraftRules : AbstractValidator<MembersDraft>
{
    public const int Most = 500;

    public MembersDraftRules(TimeProvider time)
    {
        RuleFor(m => m.Members).Must(members => members.Count is > 0 and <= Most).WithMessage($"must be 1 to {Most} people");
        RuleFor(m => m.Members).Must(members => members.Select(m => m.AccountId).Distinct().Count() == members.Count).WithMessage("must not name an account twice");
        RuleForEach(m => m.Members).SetValidator(new MemberRules(time));
    }

    private sealed class MemberRules : AbstractValidator<MemberDraft>
    {
        private const int LongestAddress = 254;
        private const int LongestName = 100;
        private const int LongestLocale = 35;
        private const int MostValues = 30;

        public MemberRules(TimeProvider time)
        {
            RuleFor(m => m.AccountId).NotEmpty().WithMessage("must be an account");
            RuleFor(m => m.Address).Text(LongestAddress).OneLine().EmailAddress().WithMessage("must be an e-mail address");
            RuleFor(m => m.Name).MaximumLength(LongestName).WithMessage($"must have at most {LongestName} characters");
            RuleFor(m => m.Locale).Text(LongestLocale).OneLine();
            RuleFor(m => m.ConsentedAt).Must(at => at <= time.GetUtcNow()).WithMessage("must not lie in the future");
            RuleFor(m => m.Values).Must(v => v is null || v.Count <= MostValues).WithMessage($"must be at most {MostValues} values");
        }
    }
}
