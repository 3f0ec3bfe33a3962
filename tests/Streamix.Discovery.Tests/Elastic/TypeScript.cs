using System.Text.RegularExpressions;

namespace Streamix.Discovery.Tests.Elastic;

internal abstract record TsType;

internal sealed record TsName(string Name, IReadOnlyList<TsType> Arguments) : TsType;

internal sealed record TsLiteral(string Text, bool IsString) : TsType;

internal sealed record TsArray(TsType Of) : TsType;

internal sealed record TsUnion(IReadOnlyList<TsType> Parts) : TsType;

internal sealed record TsIntersection(IReadOnlyList<TsType> Parts) : TsType;

/// <param name="Members">By name; required ones are not optional.</param>
/// <param name="Others">What any other member must be; null: there are no others.</param>
internal sealed record TsObject(IReadOnlyDictionary<string, (TsType Type, bool Required)> Members, TsType? Others) : TsType;

internal sealed record TsDefinition(IReadOnlyList<string> Parameters, IReadOnlyList<TsType> Bases, TsType Body);

/// <summary>Reads the little of TypeScript that the specification's types are written in.</summary>
internal sealed partial class TypeScript
{
    private readonly List<string> _tokens;
    private int _at;

    private TypeScript(string source) => _tokens = [.. Token().Matches(source).Select(m => m.Value).Where(t => !t.StartsWith("//", StringComparison.Ordinal) && !t.StartsWith("/*", StringComparison.Ordinal))];

    public static IReadOnlyDictionary<string, TsDefinition> Read(string source)
    {
        Dictionary<string, TsDefinition> definitions = new(StringComparer.Ordinal);
        for (TypeScript reader = new(source); reader._at < reader._tokens.Count;)
        {
            reader.Expect("export");
            var isInterface = reader.Next() == "interface";
            var name = reader.Next();
            var parameters = reader.Parameters();
            List<TsType> bases = [];
            if (reader.Take("extends"))
                do
                    bases.Add(reader.Single());
                while (reader.Take(","));
            if (!isInterface)
                reader.Expect("=");
            definitions[name] = new(parameters, bases, reader.Type());
        }
        return definitions;
    }

    private List<string> Parameters()
    {
        List<string> parameters = [];
        if (!Take("<"))
            return parameters;
        do
        {
            parameters.Add(Next());
            if (Take("="))
                Type();
        }
        while (Take(","));
        Expect(">");
        return parameters;
    }

    private TsType Type()
    {
        Take("|");
        List<TsType> parts = [Intersection()];
        while (Take("|"))
            parts.Add(Intersection());
        return parts.Count == 1 ? parts[0] : new TsUnion(parts);
    }

    private TsType Intersection()
    {
        List<TsType> parts = [Single()];
        while (Take("&"))
            parts.Add(Single());
        return parts.Count == 1 ? parts[0] : new TsIntersection(parts);
    }

    private TsType Single()
    {
        var type = First();
        while (Peek(0) == "[" && Peek(1) == "]")
        {
            _at += 2;
            type = new TsArray(type);
        }
        return type;
    }

    private TsType First()
    {
        if (Take("("))
        {
            var inner = Type();
            Expect(")");
            return inner;
        }
        if (Peek(0) == "{")
            return Object();
        var token = Next();
        if (token[0] is '\'' or '"')
            return new TsLiteral(token[1..^1], IsString: true);
        if (char.IsAsciiDigit(token[0]) || token is "true" or "false")
            return new TsLiteral(token, IsString: false);
        List<TsType> arguments = [];
        if (Take("<"))
        {
            do
                arguments.Add(Type());
            while (Take(","));
            Expect(">");
        }
        return new TsName(token, arguments);
    }

    private TsObject Object()
    {
        Dictionary<string, (TsType, bool)> members = new(StringComparer.Ordinal);
        TsType? others = null;
        Expect("{");
        while (!Take("}"))
        {
            if (Take("["))
            {
                while (!Take("]"))
                    Next();
                Expect(":");
                others = Type();
            }
            else
            {
                var name = Next().Trim('\'', '"');
                var required = !Take("?");
                Expect(":");
                members[name] = (Type(), required);
            }
            if (!Take(";"))
                Take(",");
        }
        return new(members, others);
    }

    private string? Peek(int ahead) => _at + ahead < _tokens.Count ? _tokens[_at + ahead] : null;

    private string Next() => _tokens[_at++];

    private bool Take(string token)
    {
        if (Peek(0) != token)
            return false;
        _at++;
        return true;
    }

    private void Expect(string token)
    {
        if (!Take(token))
            throw new FormatException($"'{token}' expected, not '{Peek(0)}', after {string.Join(' ', _tokens[Math.Max(0, _at - 8).._at])}");
    }

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|'[^']*'|"[^"]*"|[A-Za-z_$@][\w$.@-]*|[0-9][\w.]*|[{}\[\]()<>|&:?=,;]""", RegexOptions.Singleline)]
    private static partial Regex Token();
}
