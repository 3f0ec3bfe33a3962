using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Streamix.ServiceDefaults.Privacy;

/// <summary>Takes personal data and secrets out of what is about to be logged.</summary>
internal static partial class Redactor
{
    public const string Mark = "[redacted]";

    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        [
            "password", "passcode", "secret", "token", "accesstoken", "refreshtoken", "authorization", "cookie", "apikey", "pin", "otp",
            "email", "emailaddress", "phone", "phonenumber", "ipaddress", "fullname", "firstname", "lastname", "birthdate", "iban", "connectionstring",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly ConcurrentDictionary<Type, bool> Marked = new();

    /// <summary>The value as it may be logged; the very same object when there is nothing to hide.</summary>
    public static object? Clean(string name, object? value) => value switch
    {
        null => null,
        _ when Names.Contains(name) => Mark,
        string text => Clean(text),
        _ when value.GetType() is { IsPrimitive: true } or { IsEnum: true } => value,
        Guid or DateTime or DateTimeOffset or TimeSpan or decimal => value,
        _ => Marked.GetOrAdd(value.GetType(), IsMarked) ? Describe(value) : value,
    };

    /// <summary>Masks mail addresses and tokens inside a text.</summary>
    public static string Clean(string text)
    {
        if (text.Contains('@', StringComparison.Ordinal))
            text = Mail().Replace(text, Mark);
        return text.Contains("eyJ", StringComparison.Ordinal) ? Jwt().Replace(text, Mark) : text;
    }

    private static string Describe(object value)
    {
        var type = value.GetType();
        if (type.IsDefined(typeof(PersonalAttribute)))
            return Mark;
        var parts = Readable(type).Select(p => $"{p.Name} = {(IsPersonal(type, p) ? Mark : Clean(p.Name, p.GetValue(value)))}");
        return $"{type.Name} {{ {string.Join(", ", parts)} }}";
    }

    private static bool IsMarked(Type type) => type.IsDefined(typeof(PersonalAttribute)) || Readable(type).Any(p => IsPersonal(type, p));

    private static IEnumerable<PropertyInfo> Readable(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanRead && p.GetIndexParameters().Length == 0);

    /// <summary>On the property, on its type, or on the constructor's parameter of a record.</summary>
    private static bool IsPersonal(Type type, PropertyInfo property) =>
        property.IsDefined(typeof(PersonalAttribute))
        || property.PropertyType.IsDefined(typeof(PersonalAttribute))
        || type.GetConstructors().SelectMany(c => c.GetParameters()).Any(p => p.Name == property.Name && p.IsDefined(typeof(PersonalAttribute)));

    [GeneratedRegex(@"[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63})+", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Mail();

    [GeneratedRegex(@"eyJ[\w-]{5,}\.[\w-]{5,}(\.[\w-]*)?", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Jwt();
}
