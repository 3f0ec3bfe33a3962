namespace Streamix.Infra.Gateway.Direct;

/// <summary>One request and its answer over one connection.</summary>
internal static class DirectExchange
{
    /// <summary>Asks, and reads the answer's head. A used connection that turns out to be closed gives way to the next.</summary>
    public static async ValueTask<ServiceConnection?> AskAsync(Replica replica, HttpContext context, CancellationToken cancellationToken)
    {
        while (true)
        {
            var connection = replica.Rent() ?? await replica.OpenAsync(cancellationToken);
            try
            {
                var length = RequestHead.Write(connection, replica, context);
                if (length == 0)
                {
                    connection.Dispose();
                    return null;
                }

                await connection.SendAsync(length, cancellationToken);
                if (connection.Received.Length > 0 || await connection.ReceiveAsync(cancellationToken))
                {
                    return connection;
                }

                throw new IOException("The service closed the connection.");
            }
            catch (Exception e) when (e is System.Net.Sockets.SocketException or IOException && connection.WasUsed)
            {
                connection.Dispose();
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        }
    }

    /// <summary>The head that counts, after any interim ones (RFC 9110, 15.2).</summary>
    public static async ValueTask<AnswerHead> ReadHeadAsync(ServiceConnection connection, CancellationToken cancellationToken)
    {
        while (true)
        {
            int end;
            while ((end = connection.Received.Span.IndexOf("\r\n\r\n"u8)) < 0)
            {
                if (!await connection.ReceiveAsync(cancellationToken))
                {
                    throw new BadAnswerException("half a head");
                }
            }

            var status = AnswerHead.StatusOf(connection.Received.Span[..end]);
            if (status == StatusCodes.Status101SwitchingProtocols)
            {
                throw new BadAnswerException("an upgrade nobody asked for");
            }

            connection.Headers.Clear();
            var head = AnswerHead.Read(connection.Received.Span[..(end + 2)], connection.Headers);
            connection.Skip(end + 4);
            if (status >= 200)
            {
                return head;
            }
        }
    }
}
