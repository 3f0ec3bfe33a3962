namespace Streamix.LocalS3.Errors;

internal static class Refusals
{
    private const int NoSpaceLeft = 28;

    public static S3Exception Of(Exception error) => error switch
    {
        S3Exception refusal => refusal,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => S3Error.EntityTooLarge(Limits.SinglePut),
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } =>
            new(400, "RequestTimeout", "Your socket connection to the server was not read from or written to within the timeout period."),
        BadHttpRequestException => S3Error.IncompleteBody(),
        IOException { HResult: NoSpaceLeft } => new(507, "InsufficientStorage", "The disk that holds the objects is full."),
        _ => new(500, "InternalError", "We encountered an internal error. Please try again."),
    };
}
