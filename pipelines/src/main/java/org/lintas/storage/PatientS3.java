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
 * Bears a store that fails for half a minute, or is overloaded for a minute, unless the environment says how often to try; asks again where a
 * connection broke within an answer, which the library does not do for answers in XML; and names the bucket in the path of a request where
 * the store is not Amazon's: few others know it in the name of the host.
 */
public final class PatientS3 implements S3ClientBuilderFactory {

    private static final int RETRIES = 10;

    @Override
    public S3ClientBuilder createBuilder(S3Options options) {
        S3ClientBuilder builder = new DefaultS3ClientBuilderFactory()
                .createBuilder(options)
                .forcePathStyle(options.getEndpoint() != null)
                .overrideConfiguration(all -> all.retryPolicy(PatientS3::patient));
        return (S3ClientBuilder) Proxy.newProxyInstance(
                PatientS3.class.getClassLoader(),
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

    private static void patient(RetryPolicy.Builder retry) {
        retry.retryCondition(OrRetryCondition.create(AwsRetryPolicy.defaultRetryCondition(), PatientS3::isCutOff));
        if (SdkSystemSetting.AWS_MAX_ATTEMPTS.getStringValue().isEmpty()) {
            retry.numRetries(RETRIES);
        }
    }

    private static boolean isCutOff(RetryPolicyContext failed) {
        return failed.exception() != null && failed.exception().getCause() instanceof XMLStreamException;
    }

    /** Knows that an upload that was asked for twice is gone when it has become an object the first time; stores other than Amazon's say 404 then. */
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
