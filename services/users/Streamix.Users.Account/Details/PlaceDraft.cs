using FluentValidation;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Account.Accounts;

namespace Streamix.Users.Account.Details;

/// <summary>Language (BCP 47) and country (ISO 3166-1 alpha-2).</summary>
internal sealed record PlaceDraft([property: Example("pt-BR")] string Locale, [property: Example("BR")] string Country)
{
    public Place ToPlace() => new(Locales.TryCanonical(Locale, out var canonical) ? canonical : Locale, Country);
}

internal sealed class PlaceRules : AbstractValidator<PlaceDraft>
{
    public PlaceRules()
    {
        RuleFor(d => d.Locale).LocaleForm();
        RuleFor(d => d.Country).CountryForm();
    }
}

/// <summary>Whether news may be mailed.</summary>
internal sealed record ConsentDraft([property: Example("true")] bool Marketing);
