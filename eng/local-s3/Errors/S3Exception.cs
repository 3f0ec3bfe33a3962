namespace Streamix.LocalS3.Errors;

internal sealed class S3Exception(int status, string code, string message, params (string Name, string Value)[] details)
    : Exception(message)
{
    public int Status => status;

    public string Code => code;

    public IReadOnlyList<(string Name, string Value)> Details => details;
}
