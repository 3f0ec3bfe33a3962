namespace Aspire.Hosting.Dashboard.Grpc;

internal enum GrpcStatus
{
    Ok = 0,
    InvalidArgument = 3,
    Unimplemented = 12,
    Internal = 13,
    Unauthenticated = 16,
}
