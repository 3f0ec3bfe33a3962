using System.Text;

namespace Streamix.ServiceDefaults.Data;

internal static class SnakeCase
{
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (StartsWord(name, i))
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    private static bool StartsWord(string name, int at)
    {
        if (at == 0 || !char.IsUpper(name[at]) || name[at - 1] == '_')
            return false;
        var endsAbbreviation = at + 1 < name.Length && char.IsLower(name[at + 1]);
        return !char.IsUpper(name[at - 1]) || endsAbbreviation;
    }
}
