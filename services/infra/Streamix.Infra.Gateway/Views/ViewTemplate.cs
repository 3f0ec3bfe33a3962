using System.Text;

namespace Streamix.Infra.Gateway.Views;

/// <summary>Fills <c>{name}</c> in a part's path from the route, then from the query; values are encoded whole.</summary>
internal static class ViewTemplate
{
    public static string Fill(string template, HttpRequest request)
    {
        var text = new StringBuilder(template.Length + 32);
        var rest = template.AsSpan();
        while (rest.IndexOf('{') is var open and >= 0 && rest[open..].IndexOf('}') is var length and > 0)
        {
            text.Append(rest[..open]).Append(Uri.EscapeDataString(Value(rest.Slice(open + 1, length - 1).ToString(), request)));
            rest = rest[(open + length + 1)..];
        }

        return text.Append(rest).ToString();
    }

    private static string Value(string name, HttpRequest request) =>
        request.RouteValues.TryGetValue(name, out var value) ? value as string ?? "" : request.Query[name].ToString();
}
