using FluentValidation;

namespace Streamix.Users.Account.Accounts;

/// <summary>Rules of several forms.</summary>
internal static class AccountRules
{
    public static IRuleBuilderOptionsConditions<T, string> EmailForm<T>(this IRuleBuilder<T, string> rule) => rule.Custom((text, context) =>
    {
        if (!EmailAddress.TryParse(text, out _, out var problem))
            context.AddFailure(problem);
    });

    public static IRuleBuilderOptions<T, string> LocaleForm<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(tag => Locales.TryCanonical(tag, out _)).WithMessage("must be a language tag such as en or pt-BR");

    public static IRuleBuilderOptions<T, string> CountryForm<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(Countries.Knows).WithMessage("must be an ISO 3166 country code such as GB");
}
