using FluentValidation;

namespace Streamix.ServiceDefaults.Http;

/// <summary>Rules that many services share.</summary>
public static class TextRules
{
    /// <summary>Not blank and at most this many UTF-16 code units.</summary>
    public static IRuleBuilderOptions<T, string> Text<T>(this IRuleBuilder<T, string> rule, int maxLength) =>
        rule.NotEmpty().WithMessage("must not be blank").MaximumLength(maxLength).WithMessage($"must have at most {maxLength} characters");

    /// <summary>One line: no control characters.</summary>
    public static IRuleBuilderOptions<T, string> OneLine<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => text is null || !text.Any(char.IsControl)).WithMessage("must not contain line breaks or control characters");
}
