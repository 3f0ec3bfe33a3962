namespace Aspire.Hosting.ApplicationModel;

internal static class ResourceName
{
    private const int MaxLength = 64;

    public static void Validate(string target, string name)
    {
        if (Problem(name) is { } problem)
            throw new ArgumentException($"{target} name '{name}' is invalid. {problem}", nameof(name));
    }

    private static string? Problem(string name) => name switch
    {
        { Length: < 1 or > MaxLength } => $"Name must be between 1 and {MaxLength} characters long.",
        _ when name.Contains("--", StringComparison.Ordinal) => "Name cannot contain consecutive hyphens.",
        _ when name.Any(c => c != '-' && !char.IsAsciiLetterOrDigit(c)) => "Name must contain only ASCII letters, digits, and hyphens.",
        _ when !char.IsAsciiLetter(name[0]) => "Name must start with an ASCII letter.",
        _ when name[^1] == '-' => "Name cannot end with a hyphen.",
        _ => null,
    };
}
