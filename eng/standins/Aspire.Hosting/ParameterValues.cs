namespace Aspire.Hosting;

internal static class ParameterValues
{
    // A variable's name cannot hold a hyphen: Parameters__db_password sets the parameter db-password too.
    public static string Find(IConfiguration configuration, string key, ParameterDefault? parameterDefault, Func<string>? fallback = null) =>
        configuration[key]
        ?? configuration[key.Replace('-', '_')]
        ?? parameterDefault?.GetDefaultValue()
        ?? fallback?.Invoke()
        ?? throw new MissingParameterValueException($"Parameter resource could not be used because configuration key '{key}' is missing and the Parameter has no default value.");
}
