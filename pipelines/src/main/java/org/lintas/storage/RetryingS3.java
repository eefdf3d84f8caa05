package org.lintas.storage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import javax.xml.stream.XMLStreamException;
import org.apache.beam.sdk.io.aws2.options.S3ClientBuilderFactory;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.io.aws2.s3.DefaultS3ClientBuilderFactory;
import software.amazon.awssdk.awscore.retry.AwsRetryPolicy;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.core.retry.RetryPolicyContext;
import software.amazon.awssdk.core.retry.conditions.OrRetryCondition;
import software.amazon.awssdk.http.HttpStatusCode;
import software.amazon.awssdk.services.s3.DelegatingS3Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Builds S3 clients that retry transient errors: up to about half a minute of failures or a minute of throttling,
 * unless the environment sets the number of attempts. Also retries when the connection breaks within an XML response,
 * which the AWS SDK does not. Uses path-style requests for endpoints other than Amazon's, since few of them support
 * bucket names in the host name.
 */
public final class RetryingS3 implements S3ClientBuilderFactory {

    private static final int RETRIES = 10;

    @Override
    public S3ClientBuilder createBuilder(S3Options options) {
        S3ClientBuilder builder = new DefaultS3ClientBuilderFactory()
                .createBuilder(options)
                .forcePathStyle(options.getEndpoint() != null)
                .overrideConfiguration(all -> all.retryPolicy(RetryingS3::configureRetries));
        return (S3ClientBuilder) Proxy.newProxyInstance(
                RetryingS3.class.getClassLoader(),
                new Class<?>[] {S3ClientBuilder.class},
                (proxy, method, arguments) -> built(builder, method, arguments));
    }

    private static Object built(S3ClientBuilder builder, Method method, Object[] arguments) throws Throwable {
        try {
            Object result = method.invoke(builder, arguments);
            return result instanceof S3Client client ? new Client(client) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void configureRetries(RetryPolicy.Builder retry) {
        retry.retryCondition(OrRetryCondition.create(AwsRetryPolicy.defaultRetryCondition(), RetryingS3::isCutOff));
        if (SdkSystemSetting.AWS_MAX_ATTEMPTS.getStringValue().isEmpty()) {
            retry.numRetries(RETRIES);
        }
    }

    private static boolean isCutOff(RetryPolicyContext failed) {
        return failed.exception() != null && failed.exception().getCause() instanceof XMLStreamException;
    }

    /**
     * Treats a 404 for a retried completion of an upload as success if the object exists: the first attempt succeeded.
     * Stores other than Amazon's respond with 404 then.
     */
    private static final class Client extends DelegatingS3Client {

        Client(S3Client delegate) {
            super(delegate);
        }

        @Override
        public CompleteMultipartUploadResponse completeMultipartUpload(CompleteMultipartUploadRequest request) {
            try {
                return super.completeMultipartUpload(request);
            } catch (S3Exception e) {
                if (e.statusCode() != HttpStatusCode.NOT_FOUND) {
                    throw e;
                }
                return CompleteMultipartUploadResponse.builder()
                        .bucket(request.bucket())
                        .key(request.key())
                        .eTag(made(request, e).eTag())
                        .build();
            }
        }

        private HeadObjectResponse made(CompleteMultipartUploadRequest upload, S3Exception cause) {
            try {
                return headObject(head -> head.bucket(upload.bucket()).key(upload.key()));
            } catch (S3Exception e) {
                cause.addSuppressed(e);
                throw cause;
            }
        }
    }
}
